package org.vigie.devkit.platform;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/// Ends the transactions that hang after a start of the broker, once for each of its processes.
final class BrokerCare {

  private final ProcessTable processes;
  private final KafkaAccess access;
  private final int port;
  private final Consumer<String> progress;
  private Optional<ProcessHandle> cared = Optional.empty();

  /// @param port of the broker
  BrokerCare(ProcessTable processes, KafkaAccess access, int port, Consumer<String> progress) {
    this.processes = processes;
    this.access = access;
    this.port = port;
    this.progress = progress;
  }

  /// Does nothing while the broker is the one of the last look, or is not ready.
  void look() throws InterruptedException {
    Optional<ProcessHandle> broker = processes.handle(KafkaBroker.NAME);
    if (broker.isEmpty() || broker.equals(cared) || !listens()) {
      return;
    }
    try {
      int ended = new HangingTransactions(access.impatient()).end();
      if (ended > 0) {
        progress.accept("%d transactions that hung after a crash were ended".formatted(ended));
      }
      cared = broker;
    } catch (ExecutionException notReady) {
      // The next look tries again.
    }
  }

  // A broker without a listener is not waited for: others may want their turn.
  private boolean listens() {
    try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
