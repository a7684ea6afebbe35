package org.vigie.features.stream;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A day that is over, to which companies are brought.
///
/// @param day the last day that is over
/// @param turnsMonth whether every company has work: a month turns with it, or it is the first
/// @param model in force at its place in source-events; null before any activation
record ClosedDay(LocalDate day, boolean turnsMonth, @Nullable String model) {

  /// The day after it: that of which its vectors are as of at the latest.
  LocalDate openDay() {
    return day.plusDays(1);
  }
}
