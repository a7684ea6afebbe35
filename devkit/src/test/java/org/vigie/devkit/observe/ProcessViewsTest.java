package org.vigie.devkit.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.devkit.installation.Installation;
import org.vigie.devkit.observe.ProcessView.State;
import org.vigie.devkit.platform.Launch;
import org.vigie.devkit.platform.Platform;
import org.vigie.devkit.platform.RunningProcess;
import org.vigie.devkit.watch.RestartBook;
import org.vigie.devkit.watch.Restarts;

/// Real processes under the names of a copy's own.
class ProcessViewsTest {

  private static final Instant NOON = Instant.parse("2025-03-01T12:00:00Z");

  @TempDir Path data;

  private Installation installation;
  private Platform platform;

  @BeforeEach
  void openInstallation() {
    installation = Installation.open(Path.of(".."), data, 24_000);
    platform = new Platform(installation, _ -> {});
  }

  @AfterEach
  void endWhatRuns() {
    platform.end();
  }

  @Test
  void aCopyThatWasNeverStartedHasNoProcesses() throws Exception {
    assertThat(views()).isEmpty();
  }

  @Test
  void aRunningProcessShowsSinceWhenAndHowOftenItWasRestarted() throws Exception {
    start("kafka", "sleep 60");
    book("kafka", new Restarts(2, List.of(NOON, NOON.plusSeconds(5)), null, null));

    ProcessView kafka = view("kafka");

    assertThat(kafka.state()).isEqualTo(State.RUNNING);
    assertThat(kafka.since()).isNotNull();
    assertThat(kafka.restarted()).isEqualTo(new ProcessView.Restarted(2, "2025-03-01T12:00:05Z"));
  }

  @Test
  void aProcessThatEndedShowsSinceWhen() throws Exception {
    ended("kafka", "true");
    book("kafka", new Restarts(0, List.of(), NOON, null));

    assertThat(view("kafka").state()).isEqualTo(State.ENDED);
    assertThat(view("kafka").since()).isEqualTo("2025-03-01T12:00:00Z");
  }

  @Test
  void aProcessThatFailedShowsItsReasonAndTheLastLinesOfItsLog() throws Exception {
    ended("kafka", "echo no space left on device; exit 1");
    book("kafka", new Restarts(5, List.of(NOON), NOON, "ended again after 5 restarts in 600 s"));

    ProcessView kafka = view("kafka");

    assertThat(kafka.state()).isEqualTo(State.FAILED);
    assertThat(kafka.trouble().reason()).isEqualTo("ended again after 5 restarts in 600 s");
    assertThat(kafka.trouble().log()).contains("no space left on device");
  }

  @Test
  void aServiceThatDoesNotAnswerIsNotReady() throws Exception {
    start("scoring-service", "sleep 60");

    assertThat(view("scoring-service").state()).isEqualTo(State.NOT_READY);
    assertThat(view("scoring-service").trouble().reason()).startsWith("does not answer");
  }

  @Test
  void whatACopyNeedsAndNobodyStartedIsShown() throws Exception {
    start("kafka", "sleep 60");

    assertThat(view("postgresql").state()).isEqualTo(State.NOT_STARTED);
    assertThat(views()).extracting(ProcessView::name).startsWith("postgresql", "kafka");
  }

  @Test
  void whatASupervisorStartedAgainIsNotCountedAsItsMemory() throws Exception {
    RunningProcess parent = start("supervisor", "sleep 60 & wait");
    ProcessHandle supervisor = parent.handle().orElseThrow();
    // Until then it shares its memory with its parent.
    await().until(() -> supervisor.children().anyMatch(ProcessViewsTest::sleeps));
    long together = view("supervisor").residentBytes();

    platform.processes().record("kafka", supervisor.children().findFirst().orElseThrow(), 0);

    assertThat(view("supervisor").residentBytes()).isPositive().isLessThan(together);
    assertThat(view("kafka").residentBytes()).isPositive();
  }

  @Test
  void asJsonAProcessIsFlat() throws Exception {
    start("kafka", "sleep 60");

    JsonNode json = new ObjectMapper().valueToTree(view("kafka"));

    assertThat(json.fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder(
            "name",
            "state",
            "pid",
            "port",
            "residentBytes",
            "since",
            "restarts",
            "lastRestart",
            "reason",
            "checks",
            "log");
    assertThat(json.path("state").asText()).isEqualTo("running");
  }

  private static boolean sleeps(ProcessHandle process) {
    return process.info().command().filter(command -> command.endsWith("sleep")).isPresent();
  }

  private List<ProcessView> views() throws Exception {
    return new ProcessViews(installation, platform).all();
  }

  private ProcessView view(String name) throws Exception {
    return views().stream().filter(view -> view.name().equals(name)).findFirst().orElseThrow();
  }

  private void book(String name, Restarts restarts) throws Exception {
    new RestartBook(installation).write(name, restarts);
  }

  private void ended(String name, String script) throws Exception {
    RunningProcess process = start(name, script);
    await().until(() -> process.handle().isEmpty());
  }

  private RunningProcess start(String name, String script) throws Exception {
    return platform
        .processes()
        .start(
            new Launch(name, List.of(), List.of("sh", "-c", script), Map.of(), data, () -> true));
  }
}
