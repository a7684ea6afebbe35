package org.vigie.ingestion.push;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.vigie.ingestion.control.Platform;

/// When a push comes: the real time of day, on the platform's day.
///
/// @param at no fact of the push is known later; in microseconds, as tables and the log hold it
/// @param datesFacts whether facts that do not tell are known from it: not while the platform has
///     no day
record PushInstant(Instant at, boolean datesFacts) {

  PushInstant {
    at = at.truncatedTo(ChronoUnit.MICROS);
  }

  static PushInstant now(Platform platform) {
    return platform
        .now()
        .map(now -> new PushInstant(now, true))
        .orElseGet(() -> new PushInstant(platform.wallClock(), false));
  }
}
