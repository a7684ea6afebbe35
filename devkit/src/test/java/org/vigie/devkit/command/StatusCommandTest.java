package org.vigie.devkit.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.devkit.client.ServiceClient;
import org.vigie.devkit.installation.Installation;
import org.vigie.devkit.installation.Secrets;
import org.vigie.devkit.observe.ProcessView;
import org.vigie.devkit.observe.ProcessView.Restarted;
import org.vigie.devkit.observe.ProcessView.State;
import org.vigie.devkit.observe.ProcessView.Trouble;
import org.vigie.devkit.observe.Readiness.Check;
import org.vigie.devkit.observe.StageView;
import org.vigie.devkit.observe.Stages;
import org.vigie.devkit.observe.Status;
import org.vigie.devkit.observe.StatusReader;
import org.vigie.devkit.platform.KafkaAccess;

class StatusCommandTest {

  private static final Trouble NONE = new Trouble(null, List.of(), List.of());

  @TempDir Path data;

  private Installation installation;

  @BeforeEach
  void openInstallation() {
    installation = Installation.open(Path.of(".."), data, 24_000);
  }

  @Test
  void allRunningIsDone() {
    assertThat(exitCode(State.RUNNING, State.RUNNING)).isEqualTo(ExitCode.DONE);
  }

  @Test
  void oneThatIsNotRunningIsAFailure() {
    assertThat(exitCode(State.RUNNING, State.ENDED)).isEqualTo(ExitCode.FAILED);
    assertThat(exitCode(State.RUNNING, State.FAILED)).isEqualTo(ExitCode.FAILED);
    assertThat(exitCode(State.RUNNING, State.NOT_STARTED)).isEqualTo(ExitCode.FAILED);
  }

  @Test
  void nothingRunningIsNotRunning() {
    assertThat(exitCode()).isEqualTo(ExitCode.NOT_RUNNING);
    assertThat(exitCode(State.ENDED, State.FAILED)).isEqualTo(ExitCode.NOT_RUNNING);
  }

  @Test
  void withoutTheBrokerEveryLagIsUnknownAndSaysWhy() throws Exception {
    Status status = read(process("kafka", State.ENDED), process("keycloak", State.RUNNING));

    assertThat(status.stages())
        .hasSize(3)
        .allSatisfy(
            stage -> {
              assertThat(stage.lag()).isNull();
              assertThat(stage.problem()).isEqualTo("kafka is not running");
            });
  }

  @Test
  void withoutIngestionTheSourcesAreUnknownAndSayWhy() throws Exception {
    Status status =
        read(process("ingestion-service", State.FAILED), process("keycloak", State.RUNNING));

    assertThat(status.sources()).isEmpty();
    assertThat(status.unknown()).containsExactly("sources: ingestion-service is not running");
  }

  @Test
  void whatIsUnknownIsSaidInTheText() {
    var status =
        new Status(
            List.of(process("kafka", State.RUNNING)),
            List.of(
                new StageView("feature-service", 3L, null),
                new StageView("alert-service", null, "why")),
            List.of(),
            List.of("sources: why not"));

    assertThat(new StatusText(status).toString())
        .contains("feature-service    3 records behind")
        .contains("alert-service      lag not known: why")
        .contains("not known: sources: why not");
  }

  @Test
  void aServiceThatIsNotReadyShowsWhatItSaysOfIt() throws Exception {
    JsonNode details = new ObjectMapper().readTree("{\"waitsFor\":\"the database\"}");
    var trouble = new Trouble(null, List.of(new Check("lane", "DOWN", details)), List.of());

    assertThat(text(process("ingestion-service", State.NOT_READY, trouble)))
        .contains("ingestion-service  not ready")
        .contains("    lane DOWN {\"waitsFor\":\"the database\"}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          lane           | {"suspended":2,"suspendedDeliveries":"a b"} | true
          lane           | {"suspended":0}                             | false
          company-scores | {"alerts.ddfip":"3 failures in a row"}      | true
          company-scores |                                             | false
          pushes         | {"log":"open"}                              | false
          """)
  void aServiceThatGoesOnShowsWhatWaitsForPeople(String check, @Nullable String data, boolean shown)
      throws Exception {
    JsonNode details = data == null ? null : new ObjectMapper().readTree(data);
    var trouble = new Trouble(null, List.of(new Check(check, "UP", details)), List.of());

    assertThat(text(process("ingestion-service", State.RUNNING, trouble)).contains(check + " UP"))
        .isEqualTo(shown);
  }

  @Test
  void aProcessThatFailedShowsWhyAndItsLastLines() {
    var trouble =
        new Trouble("ended again after 5 restarts in 600 s", List.of(), List.of("no space"));

    assertThat(text(process("kafka", State.FAILED, trouble)))
        .contains("kafka              failed")
        .contains("since 2025-03-01T12:00:00Z, restarted 5 times, last 2025-03-01T11:59:00Z")
        .contains("    ended again after 5 restarts in 600 s")
        .contains("    | no space");
  }

  private static int exitCode(State... states) {
    return StatusCommand.exitCode(
        Arrays.stream(states).map(state -> process("kafka", state)).toList());
  }

  private Status read(ProcessView... processes) throws InterruptedException {
    var secrets = Secrets.of(installation);
    var services = new ServiceClient(installation, secrets, "operator");
    var stages = new Stages(new KafkaAccess(installation, secrets), services);
    return new StatusReader(List.of(processes), stages, services).read();
  }

  private static String text(ProcessView process) {
    return new StatusText(new Status(List.of(process), List.of(), List.of(), List.of())).toString();
  }

  private static ProcessView process(String name, State state) {
    return process(name, state, NONE);
  }

  private static ProcessView process(String name, State state, Trouble trouble) {
    return new ProcessView(
        name,
        state,
        4711,
        24_001,
        1_000_000,
        "2025-03-01T12:00:00Z",
        new Restarted(5, "2025-03-01T11:59:00Z"),
        trouble);
  }
}
