package org.vigie.devkit.deliver;

import java.time.Duration;

/// When waiting ends.
///
/// @param timeout how long it may last in all
/// @param begunNanos when it began, on the clock of [System#nanoTime]
record Deadline(Duration timeout, long begunNanos) {

  static Deadline in(Duration timeout) {
    return new Deadline(timeout, System.nanoTime());
  }

  boolean isOver() {
    return left().isNegative();
  }

  Duration left() {
    return timeout.minusNanos(System.nanoTime() - begunNanos);
  }
}
