package org.vigie.kit.work;

import java.time.Duration;

/// How long to wait after failures in a row: twice as long after each, up to a bound.
///
/// @param first after the first failure
/// @param max after many
public record BackOff(Duration first, Duration max) {

  // The bound is reached long before.
  private static final int DOUBLINGS_MAX = 20;

  public BackOff {
    if (!first.isPositive() || max.compareTo(first) < 0) {
      throw new IllegalArgumentException(
          "a wait is positive and does not shrink: first " + first + ", at most " + max);
    }
  }

  /// The same wait after each failure.
  public static BackOff constant(Duration wait) {
    return new BackOff(wait, wait);
  }

  /// @param failures how many in a row; 0 counts as 1
  public Duration after(int failures) {
    var doubled = first.multipliedBy(1L << Math.clamp(failures - 1L, 0, DOUBLINGS_MAX));
    return doubled.compareTo(max) < 0 ? doubled : max;
  }
}
