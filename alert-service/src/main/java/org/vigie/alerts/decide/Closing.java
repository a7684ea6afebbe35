package org.vigie.alerts.decide;

import java.time.LocalDate;

/// The end of an alert.
///
/// @param day as-of day of the close
/// @param from the rung that was left
public record Closing(LocalDate day, Rung from) {

  private static final int MUTE_MONTHS = 6;
  private static final int RELAPSE_MONTHS = 18;

  /// First day after the mute.
  public LocalDate muteEnds() {
    return day.plusMonths(MUTE_MONTHS);
  }

  /// Whether the mute holds a crossing back: the same rung or a lower one, within six months.
  boolean mutes(Rung rung, LocalDate asOf) {
    return asOf.isBefore(muteEnds()) && !rung.isAbove(from);
  }

  /// Whether a crossing on a day is a relapse: less than 18 months after the close.
  boolean isRecent(LocalDate asOf) {
    return asOf.isBefore(day.plusMonths(RELAPSE_MONTHS));
  }
}
