package org.vigie.devkit.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.vigie.devkit.installation.Installation;
import org.vigie.devkit.installation.Slot;
import org.vigie.devkit.watch.RestartBook;
import org.vigie.devkit.watch.Supervision;
import org.vigie.devkit.watch.Supervisor;

/// Looks at the processes of a copy again and again, while no other command starts or ends any.
final class Watch {

  // A crash is mended within a second; a look reads ten small files.
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Installation installation;
  private final ProcessTable processes;
  private final Supervisor supervisor;
  private final BrokerCare broker;
  private final Consumer<String> progress;
  private String problem = "";

  Watch(Platform platform, Consumer<String> progress) {
    this.installation = platform.installation();
    this.processes = platform.processes();
    this.progress = progress;
    this.supervisor =
        new Supervisor(
            platform,
            new RestartBook(installation),
            Supervision.STANDARD,
            Clock.systemUTC(),
            progress);
    this.broker =
        new BrokerCare(processes, platform.kafka(), installation.port(Slot.KAFKA), progress);
  }

  /// Watches as long as the copy's directory is there and the condition holds.
  void runWhile(BooleanSupplier wanted) {
    try {
      while (Files.isDirectory(installation.data()) && look(wanted)) {
        Thread.sleep(PAUSE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean look(BooleanSupplier wanted) throws InterruptedException {
    try {
      Optional<Turn> turn = Turn.tryTake(installation);
      if (turn.isEmpty()) {
        return true;
      }
      try (var _ = turn.get()) {
        boolean goesOn = wanted.getAsBoolean();
        if (goesOn) {
          supervisor.look();
          broker.look();
          boundLogs();
        }
        return goesOn;
      }
    } catch (IOException | UncheckedIOException e) {
      tell(String.valueOf(e.getMessage()));
      return true;
    }
  }

  private void boundLogs() throws IOException {
    for (RunningProcess process : processes.alive()) {
      installation.log(process.name()).bound();
    }
  }

  // A full disk is told once, not each second.
  private void tell(String message) {
    if (!message.equals(problem)) {
      problem = message;
      progress.accept(message);
    }
  }
}
