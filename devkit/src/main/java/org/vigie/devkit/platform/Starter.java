package org.vigie.devkit.platform;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.vigie.devkit.watch.Patience;
import org.vigie.devkit.watch.Vitals;

/// Starts processes and waits until each is ready, as long as it makes progress.
final class Starter {

  // Ready is seen at once while it is likely, and a slow start is not slowed down by being asked.
  private static final Duration PAUSE_FIRST = Duration.ofMillis(200);
  private static final Duration PAUSE_LATER = Duration.ofSeconds(1);
  private static final Duration LATER = Duration.ofSeconds(30);
  // Reading what all descendants of a process have used costs milliseconds.
  private static final Duration LOOK_EACH = Duration.ofSeconds(2);
  // Often enough to see that something happens, seldom enough for a log.
  private static final Duration TELL_EACH = Duration.ofSeconds(30);

  private final ProcessTable processes;
  private final Consumer<String> progress;
  private final Duration timeout;
  private final long begunNanos = System.nanoTime();

  /// @param timeout for all starts together, counted from now
  Starter(ProcessTable processes, Consumer<String> progress, Duration timeout) {
    this.processes = processes;
    this.progress = progress;
    this.timeout = timeout;
  }

  /// Does nothing when the process runs already and is ready.
  void start(Launch launch) throws NotReadyException, InterruptedException, IOException {
    if (processes.handle(launch.name()).isEmpty()) {
      requireFree(launch.name(), launch.ports());
      processes.start(launch);
    }
    await(launch.name(), launch.probe());
  }

  /// Waits until a process that was started is ready. One that stands still is ended, so that the
  /// next start begins it anew.
  void await(String name, Launch.Probe probe) throws NotReadyException, InterruptedException {
    Duration begun = now();
    Duration looked = begun;
    Duration told = begun;
    var patience = new Patience(timeout, begun, vitals(name));
    while (!ready(probe)) {
      requireAlive(name);
      if (looked.equals(begun) || now().minus(looked).compareTo(LOOK_EACH) >= 0) {
        looked = now();
        obey(patience.look(looked, vitals(name)), name, patience);
      }
      Duration waited = now().minus(begun);
      if (now().minus(told).compareTo(TELL_EACH) >= 0) {
        told = now();
        progress.accept("%s: not ready after %d s, goes on".formatted(name, waited.toSeconds()));
      }
      Thread.sleep(waited.compareTo(LATER) < 0 ? PAUSE_FIRST : PAUSE_LATER);
    }
    progress.accept("%s ready in %.1f s".formatted(name, seconds(now().minus(begun))));
  }

  private void obey(Patience.Verdict verdict, String name, Patience patience)
      throws NotReadyException {
    if (verdict == Patience.Verdict.STILL) {
      processes.stop(name);
    }
    if (verdict != Patience.Verdict.WAIT) {
      throw new NotReadyException(name, patience.reason(name, verdict));
    }
  }

  private Vitals vitals(String name) throws NotReadyException {
    return Vitals.of(requireAlive(name), processes.log(name));
  }

  private ProcessHandle requireAlive(String name) throws NotReadyException {
    return processes
        .handle(name)
        .orElseThrow(() -> new NotReadyException(name, name + " ended before it was ready"));
  }

  static boolean ready(Launch.Probe probe) throws InterruptedException {
    try {
      return probe.ready();
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

  private Duration now() {
    return Duration.ofNanos(System.nanoTime() - begunNanos);
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1e3;
  }
}
