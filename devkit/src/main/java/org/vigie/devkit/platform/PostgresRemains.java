package org.vigie.devkit.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// What a killed server leaves behind and the next one refuses to start beside: children that have
/// not ended yet, and a pid file whose pid may belong to another process by now.
///
/// @param cluster its data directory
record PostgresRemains(Path cluster) {

  // The kernel ends a killed process at once, unless a disk keeps it waiting.
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration PAUSE = Duration.ofMillis(20);

  /// Ends and removes them; to be called when no server of the cluster is to run.
  void clear() throws IOException, InterruptedException {
    if (!Files.exists(cluster)) {
      return;
    }
    Path real = cluster.toRealPath();
    // Whatever they were doing was never answered: recovery undoes it.
    children(real).forEach(ProcessHandle::destroyForcibly);
    awaitEnd(real);
    Path pidFile = cluster.resolve("postmaster.pid");
    if (Files.exists(pidFile) && isAlive(pidFile)) {
      Files.delete(pidFile);
    }
  }

  // Asked of the system each time: an ended process keeps its id until its parent takes note, which
  // some never do, but works nowhere.
  private void awaitEnd(Path real) throws IOException, InterruptedException {
    long begun = System.nanoTime();
    for (var left = children(real); !left.isEmpty(); left = children(real)) {
      if (System.nanoTime() - begun > PATIENCE.toNanos()) {
        throw new IOException(
            "processes of an earlier PostgreSQL still work in %s: %s".formatted(cluster, left));
      }
      Thread.sleep(PAUSE);
    }
  }

  private static List<ProcessHandle> children(Path real) {
    return ProcessHandle.allProcesses().filter(process -> worksIn(process.pid(), real)).toList();
  }

  // None of the cluster's own is left, so a live one is another's.
  private static boolean isAlive(Path pidFile) throws IOException {
    long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
    return ProcessHandle.of(pid).isPresent();
  }

  private static boolean worksIn(long pid, Path directory) {
    try {
      return Files.readSymbolicLink(Path.of("/proc/" + pid + "/cwd")).equals(directory);
    } catch (IOException endedOrNotOurs) {
      return false;
    }
  }
}
