package org.vigie.devkit.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.devkit.installation.Installation;

class ProcessTableTest {

  @TempDir Path data;

  private Installation installation;

  @BeforeEach
  void openInstallation() {
    installation = Installation.open(Path.of("."), data, 24_000);
  }

  @Test
  void aLaterLauncherFindsAndEndsWhatAnEarlierOneStarted() throws Exception {
    RunningProcess started = new ProcessTable(installation).start(sleeper());
    ProcessHandle handle = started.handle().orElseThrow();

    var later = new ProcessTable(installation);
    assertThat(later.alive()).containsExactly(started);
    later.stop(started);

    assertThat(handle.isAlive()).isFalse();
    assertThat(later.all()).isEmpty();
  }

  @Test
  void aProcessIdThatNowBelongsToAnotherProcessIsNotOurs() {
    var reused = new RunningProcess("kafka", ProcessHandle.current().pid(), 0, 24_001);

    assertThat(reused.handle()).isEmpty();
  }

  @Test
  void aProcessThatEndedIsNotAliveEvenWhenItsParentTakesNoNote() throws Exception {
    var careless = new ProcessBuilder("sh", "-c", "sleep 60 & exec sleep 60").start();
    try {
      await().until(() -> careless.children().findFirst().isPresent());
      ProcessHandle child = careless.children().findFirst().orElseThrow();
      RunningProcess recorded = new ProcessTable(installation).record("child", child, 24_001);
      assertThat(recorded.handle()).isPresent();

      child.destroyForcibly();

      await().until(() -> recorded.handle().isEmpty());
    } finally {
      careless.destroyForcibly();
    }
  }

  @Test
  void endingAProcessThatHasEndedDoesNothing() throws Exception {
    var processes = new ProcessTable(installation);
    RunningProcess started = processes.start(sleeper());
    processes.stop(started);

    processes.stop(started);

    assertThat(processes.alive()).isEmpty();
  }

  @Test
  void nothingStartsOnceEverythingIsBeingEnded() {
    var processes = new ProcessTable(installation);
    processes.close();

    assertThatThrownBy(() -> processes.start(sleeper()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("sleeper");
    assertThat(processes.all()).isEmpty();
  }

  private Launch sleeper() {
    return new Launch(
        "sleeper", List.of(24_001), List.of("sleep", "60"), Map.of(), data, () -> true);
  }
}
