package org.vigie.devkit.platform;

import java.time.Duration;
import org.vigie.devkit.watch.Patience;

/// What is asked of a start.
///
/// @param clock `wall` or `manual`: who closes days
/// @param timeout for the start of all processes together
public record StartRequest(String clock, Duration timeout) {

  public StartRequest {
    if (!timeout.isPositive()) {
      throw new IllegalArgumentException(
          "--timeout %d: a start needs at least 1 second".formatted(timeout.toSeconds()));
    }
  }

  /// A start within the usual time.
  static StartRequest usual(String clock) {
    return new StartRequest(clock, Patience.TOTAL);
  }
}
