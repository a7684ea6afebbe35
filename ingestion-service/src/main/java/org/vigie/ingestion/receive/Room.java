package org.vigie.ingestion.receive;

import java.io.IOException;
import org.vigie.kit.http.Problem;

/// What is free on the disk of the archive, and how much of it is left to others.
///
/// @param freeBytesMin what stays free
record Room(Disk disk, long freeBytesMin) {

  private static final double BYTES_PER_GB = 1e9;

  /// A disk, as it tells what is free on it.
  interface Disk {

    long freeBytes() throws IOException;
  }

  /// Whether so many bytes more fit.
  ///
  /// @throws org.vigie.kit.http.ProblemException when they do not
  void check(long bytes) throws IOException {
    long free = disk.freeBytes();
    if (free - bytes < freeBytesMin) {
      throw Problem.of(
          507,
          "Disk too full",
          "the disk of the deliveries has %.1f GB free, and %.1f GB of them stay free: this file does"
                  .formatted(free / BYTES_PER_GB, freeBytesMin / BYTES_PER_GB)
              + " not fit. Free some, move the data directory to a larger disk, or lower"
              + " vigie.deliveries.free-disk-min");
    }
  }
}
