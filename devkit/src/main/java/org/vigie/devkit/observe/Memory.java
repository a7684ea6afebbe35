package org.vigie.devkit.observe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Resident memory of processes, as Linux tells it: what several share (PostgreSQL's buffers) is
/// divided among them, so that sums are true.
public final class Memory {

  private static final int BYTES_PER_KIB = 1024;

  /// Resident bytes of a process and of those that it started; 0 once it has ended.
  public static long residentBytes(ProcessHandle process) {
    return own(process.pid()) + process.descendants().mapToLong(child -> own(child.pid())).sum();
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
