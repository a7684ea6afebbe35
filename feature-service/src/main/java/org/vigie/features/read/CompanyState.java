package org.vigie.features.read;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.vigie.features.facts.StandingFacts;

/// What the stores hold of one company at this moment.
///
/// @param siren nine digits
/// @param facts its standing facts
/// @param openDay of its partition; null on a fresh log
/// @param latestKnown latest day on which a fact of it was known
/// @param everInAlert whether its score ever reached a level
/// @param scoredAsOf as-of day of the vector that its latest score was made of; null without one
record CompanyState(
    String siren,
    StandingFacts facts,
    @Nullable LocalDate openDay,
    LocalDate latestKnown,
    boolean everInAlert,
    @Nullable LocalDate scoredAsOf) {

  /// Later of the open day and a day on which facts were known.
  LocalDate asOf(LocalDate known) {
    return openDay == null || openDay.isBefore(known) ? known : openDay;
  }

  /// Its as-of day.
  LocalDate asOf() {
    return asOf(latestKnown);
  }
}
