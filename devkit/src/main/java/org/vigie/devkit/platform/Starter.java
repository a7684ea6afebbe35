package org.vigie.devkit.platform;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/// Starts one process and waits until it is ready.
final class Starter {

  // Fifteen times what the slowest part takes on two idle cores.
  private static final Duration PATIENCE = Duration.ofSeconds(180);
  private static final Duration PAUSE = Duration.ofMillis(200);

  private final ProcessTable processes;
  private final Consumer<String> progress;

  Starter(ProcessTable processes, Consumer<String> progress) {
    this.processes = processes;
    this.progress = progress;
  }

  /// Does nothing when the process runs already and is ready.
  void start(Launch launch) throws NotReadyException, InterruptedException, IOException {
    long begun = System.nanoTime();
    if (processes.handle(launch.name()).isEmpty()) {
      requireFree(launch.name(), launch.ports());
      processes.start(launch);
    }
    await(launch, begun);
    progress.accept(
        "%s ready in %.1f s".formatted(launch.name(), seconds(System.nanoTime() - begun)));
  }

  private void await(Launch launch, long begun) throws NotReadyException, InterruptedException {
    while (!ready(launch)) {
      if (processes.handle(launch.name()).isEmpty()) {
        throw new NotReadyException(launch.name(), launch.name() + " ended before it was ready");
      }
      if (System.nanoTime() - begun > PATIENCE.toNanos()) {
        throw new NotReadyException(
            launch.name(),
            "%s was not ready after %d s".formatted(launch.name(), PATIENCE.toSeconds()));
      }
      Thread.sleep(PAUSE);
    }
  }

  private static boolean ready(Launch launch) throws InterruptedException {
    try {
      return launch.probe().ready();
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception notYet) {
      return false;
    }
  }

  /// @throws NotReadyException naming the port that something else holds
  static void requireFree(String name, List<Integer> ports) throws NotReadyException {
    for (int port : ports) {
      try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        // Free: the process takes it next.
      } catch (IOException e) {
        throw new NotReadyException(
            "port %d, which %s needs, is in use: end what holds it, or choose others with --port-base"
                .formatted(port, name));
      }
    }
  }

  private static double seconds(long nanos) {
    return nanos / 1e9;
  }
}
