package org.vigie.devkit.watch;

import java.time.Duration;
import java.time.Instant;

/// The rule by which processes that ended are started again.
///
/// @param restartsMax restarts within the window; when one more is needed, the process has failed
/// @param window how long a restart counts
/// @param backOff between the first restart and the second; twice as long before each one after
public record Supervision(int restartsMax, Duration window, Duration backOff) {

  /// A crash is mended at once; what crashes at each start gets half a minute for what it waits for
  /// to come back, then is left to people.
  public static final Supervision STANDARD =
      new Supervision(5, Duration.ofMinutes(10), Duration.ofSeconds(2));

  public Supervision {
    if (restartsMax < 1 || !window.isPositive() || !backOff.isPositive()) {
      throw new IllegalArgumentException(
          "at least one restart, in a time above 0, not %d in %s, %s apart"
              .formatted(restartsMax, window, backOff));
    }
  }

  /// What is done now about a process that is not running.
  public Decision decide(Restarts restarts, Instant now) {
    var counted = restarts.recent().stream().filter(at -> at.plus(window).isAfter(now)).toList();
    if (counted.isEmpty()) {
      return new Decision.Restart();
    }
    if (counted.size() >= restartsMax) {
      return new Decision.GiveUp(
          "ended again after %d restarts in %d s".formatted(counted.size(), window.toSeconds()));
    }
    Instant due = counted.getLast().plus(backOff.multipliedBy(1L << (counted.size() - 1)));
    return due.isAfter(now) ? new Decision.Wait(due) : new Decision.Restart();
  }
}
