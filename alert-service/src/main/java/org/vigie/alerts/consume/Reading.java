package org.vigie.alerts.consume;

import java.time.LocalDate;

/// What a record of `company-scores` turned out to be.
public sealed interface Reading {

  /// @param wire the value as it came, schema id included: it can be read again whatever becomes of
  ///     the schema
  record Score(Observation observation, byte[] wire) implements Reading {}

  /// Every company of the partition stands at this day.
  record DayOver(LocalDate day) implements Reading {}

  /// All scores that precede the barrier stand before it.
  record BarrierReached(String barrier) implements Reading {}

  /// The model changes after this place: nothing to decide.
  record ModelChanged() implements Reading {}

  /// A record that cannot be used.
  record Refused(String reason, byte[] wire) implements Reading {

    @Override
    public String toString() {
      return "refused: " + reason;
    }
  }
}
