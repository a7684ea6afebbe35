package org.vigie.ingestion.push;

import java.time.Duration;

/// How long to wait after each failure in a row: twice as long as before, within bounds. For one
/// thread.
final class BackOff {

  // A broker that elects a leader answers again within some of these.
  private static final Duration FIRST = Duration.ofMillis(100);

  // Whoever repairs what is away waits no longer than this for pushes to be taken again.
  static final Duration LAST = Duration.ofSeconds(15);

  private Duration next = FIRST;

  /// The wait before the next attempt.
  Duration next() {
    var now = next;
    var twice = now.multipliedBy(2);
    next = twice.compareTo(LAST) < 0 ? twice : LAST;
    return now;
  }

  /// What was tried has worked.
  void reset() {
    next = FIRST;
  }
}
