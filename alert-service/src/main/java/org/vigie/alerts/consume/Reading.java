package org.vigie.alerts.consume;

import org.vigie.schemas.events.Control;

/// What a record of `company-scores` turned out to be.
public sealed interface Reading {

  /// @param wire the value as it came, schema id included: it can be read again whatever becomes of
  ///     the schema
  record Score(Observation observation, byte[] wire) implements Reading {}

  /// A control record. All scores of the partition that precede it were decided before it.
  record Passed(Control control) implements Reading {}

  /// A record that cannot be used.
  record Refused(String reason, byte[] wire) implements Reading {

    @Override
    public String toString() {
      return "refused: " + reason;
    }
  }
}
