package org.vigie.devkit.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.devkit.installation.Installation;
import org.vigie.devkit.watch.RestartBook;
import org.vigie.devkit.watch.Restarts;
import org.vigie.devkit.watch.Supervised;
import org.vigie.devkit.watch.Supervision;
import org.vigie.devkit.watch.Supervisor;

/// The supervisor over real processes, its clock moved by hand.
class SupervisorTest {

  private static final Instant NOON = Instant.parse("2025-03-01T12:00:00Z");
  private static final List<String> LASTS = List.of("sleep", "60");
  private static final List<String> ENDS_AT_ONCE = List.of("true");

  @TempDir Path data;

  private final List<String> told = new ArrayList<>();
  private Installation installation;
  private ProcessTable processes;
  private RestartBook book;
  private Instant now = NOON;
  private List<String> command = LASTS;
  private List<Integer> ports = List.of();

  @BeforeEach
  void openInstallation() {
    installation = Installation.open(Path.of("."), data, 24_000);
    processes = new ProcessTable(installation);
    book = new RestartBook(installation);
  }

  @AfterEach
  void endWhatRuns() {
    processes.all().forEach(processes::stop);
  }

  @Test
  void aKilledProcessIsStartedAgain() throws Exception {
    RunningProcess first = processes.start(launch());
    kill(first);

    supervisor().look();

    assertThat(processes.alive()).hasSize(1).doesNotContain(first);
    assertThat(book.read("child")).isEqualTo(new Restarts(1, List.of(NOON), null, null));
  }

  @Test
  void aRunningProcessIsLeftAlone() throws Exception {
    RunningProcess first = processes.start(launch());

    supervisor().look();

    assertThat(processes.alive()).containsExactly(first);
    assertThat(book.read("child")).isEqualTo(Restarts.NONE);
  }

  @Test
  void aProcessThatWasEndedOnPurposeIsNotStartedAgain() throws Exception {
    processes.stop(processes.start(launch()));

    supervisor().look();

    assertThat(processes.all()).isEmpty();
  }

  @Test
  void aProcessThatEndsAtOnceEachTimeFailsAfterTheBound() throws Exception {
    command = ENDS_AT_ONCE;
    awaitEnd(processes.start(launch()));
    Supervisor supervisor = supervisor();

    for (int second = 0; second < 60; second++) {
      now = NOON.plusSeconds(second);
      processes.all().forEach(SupervisorTest::awaitEnd);
      supervisor.look();
    }

    Restarts restarts = book.read("child");
    assertThat(restarts.count()).isEqualTo(5);
    assertThat(restarts.recent())
        .extracting(at -> at.getEpochSecond() - NOON.getEpochSecond())
        .containsExactly(0L, 2L, 6L, 14L, 30L);
    assertThat(restarts.failure()).isEqualTo("ended again after 5 restarts in 600 s");
    assertThat(restarts.endedAt()).isEqualTo(NOON.plusSeconds(31));
    assertThat(told.getLast()).contains("child failed");
  }

  @Test
  void aFailedProcessStaysDownHoweverLong() throws Exception {
    kill(processes.start(launch()));
    book.write("child", new Restarts(5, List.of(NOON), NOON, "ended again"));
    now = NOON.plus(Duration.ofDays(1));

    supervisor().look();

    assertThat(processes.alive()).isEmpty();
  }

  @Test
  void aStartThatIsNotPossibleCounts() throws Exception {
    kill(processes.start(launch()));
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      ports = List.of(taken.getLocalPort());
      supervisor().look();
    }

    assertThat(book.read("child")).isEqualTo(new Restarts(1, List.of(NOON), NOON, null));
    assertThat(told).singleElement().asString().contains("cannot be started again", "in use");
  }

  @Test
  void whatIsEndedOnPurposeIsForgottenWithItsRestarts() throws Exception {
    kill(processes.start(launch()));
    supervisor().look();

    processes.all().forEach(processes::stop);

    assertThat(book.read("child")).isEqualTo(Restarts.NONE);
  }

  private Supervisor supervisor() {
    return new Supervisor(
        new Supervised() {
          @Override
          public List<String> ended() {
            return processes.all().stream()
                .filter(process -> process.handle().isEmpty())
                .map(RunningProcess::name)
                .toList();
          }

          @Override
          public void startAgain(String name) throws Exception {
            Starter.requireFree(name, ports);
            processes.start(launch());
          }
        },
        book,
        Supervision.STANDARD,
        new MovedClock(),
        told::add);
  }

  private Launch launch() {
    return new Launch("child", ports, command, Map.of(), data, () -> true);
  }

  private static void kill(RunningProcess process) {
    process.handle().orElseThrow().destroyForcibly();
    awaitEnd(process);
  }

  private static void awaitEnd(RunningProcess process) {
    await().until(() -> process.handle().isEmpty());
  }

  private final class MovedClock extends Clock {

    @Override
    public ZoneOffset getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
