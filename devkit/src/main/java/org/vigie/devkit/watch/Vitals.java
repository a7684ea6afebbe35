package org.vigie.devkit.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// What shows that a process makes progress.
///
/// @param logBytes size of its log
/// @param cpu processor time that it and those it started have used
public record Vitals(long logBytes, Duration cpu) {

  /// The vitals of a process now; what cannot be read counts as nothing.
  public static Vitals of(ProcessHandle process, Path log) {
    return new Vitals(
        size(log), process.descendants().map(Vitals::cpu).reduce(cpu(process), Duration::plus));
  }

  private static long size(Path log) {
    try {
      return Files.size(log);
    } catch (IOException none) {
      return 0;
    }
  }

  private static Duration cpu(ProcessHandle process) {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }
}
