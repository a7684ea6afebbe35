package org.vigie.alerts.relay;

import java.time.Duration;

/// How long to wait after failures in a row: twice as long after each, up to a bound.
///
/// @param first after the first failure
/// @param max after many
record Backoff(Duration first, Duration max) {

  // The bound is reached long before.
  private static final int DOUBLINGS_MAX = 20;

  Duration after(int failures) {
    var doubled = first.multipliedBy(1L << Math.clamp(failures - 1L, 0, DOUBLINGS_MAX));
    return doubled.compareTo(max) < 0 ? doubled : max;
  }
}
