package org.vigie.devkit.platform;

import java.time.Duration;
import org.vigie.devkit.watch.Patience;

/// What is asked of a start.
///
/// @param clock `wall` or `manual`: who closes days
/// @param timeout for the start of all processes together
/// @param supervised whether a supervisor is left behind, which starts again what ends
public record StartRequest(String clock, Duration timeout, boolean supervised) {

  public StartRequest {
    if (!timeout.isPositive()) {
      throw new IllegalArgumentException(
          "--timeout %d: a start needs at least 1 second".formatted(timeout.toSeconds()));
    }
  }

  /// A start within the usual time, without a supervisor.
  static StartRequest unsupervised(String clock) {
    return new StartRequest(clock, Patience.TOTAL, false);
  }
}
