package org.vigie.devkit.platform;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.devkit.installation.Installation;

/// The supervisor as a process of its own.
class SupervisorProcessTest {

  // A JVM that starts and looks once: seconds on a loaded machine.
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @TempDir Path directory;

  private Installation installation;
  private ProcessHandle supervisor;

  @BeforeEach
  void startSupervisor() throws IOException {
    installation = Installation.open(Path.of(".."), directory.resolve("copy"), 24_000);
    var processes = new ProcessTable(installation);
    processes.start(SupervisorProcess.launch(installation));
    supervisor = processes.handle(SupervisorProcess.NAME).orElseThrow();
  }

  @AfterEach
  void endSupervisor() {
    supervisor.destroyForcibly();
  }

  @Test
  void aSupervisorWhoseCopyIsGoneEnds() throws IOException {
    awaitFirstLook();

    // It may be writing there meanwhile.
    await()
        .atMost(PATIENCE)
        .ignoreExceptions()
        .until(
            () -> {
              delete(installation.data());
              return true;
            });

    await().atMost(PATIENCE).until(() -> !supervisor.isAlive());
  }

  @Test
  void aSupervisorThatAnotherReplacedEnds() throws IOException {
    awaitFirstLook();

    new ProcessTable(installation).record(SupervisorProcess.NAME, ProcessHandle.current(), 0);

    await().atMost(PATIENCE).until(() -> !supervisor.isAlive());
  }

  // Its turn leaves the lock's file behind.
  private void awaitFirstLook() {
    await().atMost(PATIENCE).until(() -> Files.exists(installation.data().resolve("turn.lock")));
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.deleteIfExists(file);
      }
    }
  }
}
