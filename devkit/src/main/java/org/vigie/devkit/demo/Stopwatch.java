package org.vigie.devkit.demo;

/// Seconds since it was made.
final class Stopwatch {

  private static final double NANOS = 1e9;

  private final long begun = System.nanoTime();

  double seconds() {
    return Math.round((System.nanoTime() - begun) / NANOS * 10) / 10.0;
  }
}
