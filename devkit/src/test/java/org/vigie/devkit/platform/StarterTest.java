package org.vigie.devkit.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.devkit.installation.Installation;
import org.vigie.devkit.watch.Patience;

class StarterTest {

  @TempDir Path data;

  private ProcessTable processes;

  @BeforeEach
  void openInstallation() {
    processes = new ProcessTable(Installation.open(Path.of("."), data, 24_000));
  }

  @AfterEach
  void endWhatRuns() {
    processes.alive().forEach(processes::stop);
  }

  @Test
  void aProcessIsWaitedForUntilItSaysThatItIsReady() throws Exception {
    Path ready = data.resolve("ready");
    starter(Patience.TOTAL)
        .start(shell("touch '%s'; sleep 60".formatted(ready), () -> Files.exists(ready)));

    assertThat(processes.handle("child")).isPresent();
  }

  @Test
  void aProcessThatEndsBeforeItIsReadyIsNamed() {
    assertThatThrownBy(() -> starter(Patience.TOTAL).start(shell("exit 3", () -> false)))
        .isInstanceOf(NotReadyException.class)
        .hasMessage("child ended before it was ready");
  }

  @Test
  void aProcessThatIsNotReadyWhenTheTimeIsOverGoesOn() {
    assertThatThrownBy(() -> starter(Duration.ofMillis(1)).start(shell("sleep 60", () -> false)))
        .isInstanceOf(NotReadyException.class)
        .hasMessageContaining("--timeout");
    assertThat(processes.handle("child")).isPresent();
  }

  @Test
  void theNextStartGoesOnWithTheProcessThatTheFirstLeft() throws Exception {
    assertThatThrownBy(() -> starter(Duration.ofMillis(1)).start(shell("sleep 60", () -> false)))
        .isInstanceOf(NotReadyException.class);
    ProcessHandle left = processes.handle("child").orElseThrow();

    starter(Patience.TOTAL).start(shell("exit 3", () -> true));

    assertThat(processes.handle("child")).contains(left);
  }

  @Test
  void aPortThatSomethingElseHoldsIsNamed() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var launch =
          new Launch(
              "child", List.of(taken.getLocalPort()), List.of("true"), Map.of(), data, () -> true);

      assertThatThrownBy(() -> starter(Patience.TOTAL).start(launch))
          .isInstanceOf(NotReadyException.class)
          .hasMessageContaining("port " + taken.getLocalPort());
    }
  }

  private Starter starter(Duration timeout) {
    return new Starter(processes, _ -> {}, timeout);
  }

  private Launch shell(String script, Launch.Probe probe) {
    return new Launch("child", List.of(), List.of("sh", "-c", script), Map.of(), data, probe);
  }
}
