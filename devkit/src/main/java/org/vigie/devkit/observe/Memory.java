package org.vigie.devkit.observe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/// Resident memory of processes, as Linux tells it: what several share (PostgreSQL's buffers) is
/// divided among them, so that sums are true.
public final class Memory {

  private static final int BYTES_PER_KIB = 1024;

  /// Resident bytes of a process and of those that it started; 0 once it has ended.
  public static long residentBytes(ProcessHandle process) {
    return own(process.pid()) + process.descendants().mapToLong(child -> own(child.pid())).sum();
  }

  /// The same, without those of them that are processes of their own right, and what they started:
  /// a supervisor is the parent of what it started again.
  ///
  /// @param others ids of such processes
  static long residentBytes(ProcessHandle process, Set<Long> others) {
    return own(process.pid())
        + process
            .children()
            .filter(child -> !others.contains(child.pid()))
            .mapToLong(child -> residentBytes(child, others))
            .sum();
  }

  private static long own(long pid) {
    try {
      return Files.readAllLines(Path.of("/proc/" + pid + "/smaps_rollup")).stream()
          .filter(line -> line.startsWith("Pss:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * BYTES_PER_KIB)
          .sum();
    } catch (IOException ended) {
      return 0;
    }
  }

  private Memory() {}
}
