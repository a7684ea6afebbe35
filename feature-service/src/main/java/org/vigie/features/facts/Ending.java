package org.vigie.features.facts;

import java.time.LocalDate;

/// That an établissement closed or a company ceased, and from when this may be used. Sirene tells
/// only the present: loaded as history, an ending counts from a month after it took place, or from
/// the delivery that tells of it when that is earlier.
///
/// @param on first day of the ended state
/// @param knownFrom from which day on a vector may use it
public record Ending(LocalDate on, LocalDate knownFrom) {

  /// Whether it has taken place by a day, for a reader who knows what was known by another.
  public boolean holds(LocalDate day, LocalDate knownBy) {
    return !on.isAfter(day) && !knownFrom.isAfter(knownBy);
  }
}
