package org.vigie.devkit.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// What a killed server leaves behind and the next one refuses to start beside: children that have
/// not ended yet, and a pid file whose pid may belong to another process by now.
///
/// @param cluster its data directory
record PostgresRemains(Path cluster) {

  // The kernel ends a killed process at once, unless a disk keeps it waiting.
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /// Ends and removes them; to be called when no server of the cluster is to run.
  void clear() throws IOException, InterruptedException {
    if (!Files.exists(cluster)) {
      return;
    }
    Path real = cluster.toRealPath();
    List<ProcessHandle> children =
        ProcessHandle.allProcesses().filter(process -> worksIn(process.pid(), real)).toList();
    // Whatever they were doing was never answered: recovery undoes it.
    children.forEach(ProcessHandle::destroyForcibly);
    await(children);
    Path pidFile = cluster.resolve("postmaster.pid");
    if (Files.exists(pidFile) && isAlive(pidFile)) {
      Files.delete(pidFile);
    }
  }

  private void await(List<ProcessHandle> children) throws IOException, InterruptedException {
    try {
      CompletableFuture.allOf(
              children.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
          .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      throw new IOException(
          "processes of an earlier PostgreSQL still work in %s: %s".formatted(cluster, children),
          e);
    }
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
