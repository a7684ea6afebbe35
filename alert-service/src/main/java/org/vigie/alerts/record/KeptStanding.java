package org.vigie.alerts.record;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.alerts.decide.Standing;

/// A standing as it is kept, with the score that the mute holds back.
///
/// @param partition input partition of the company
/// @param heldScore the latest score as it came; null unless the mute holds a crossing back
record KeptStanding(int partition, Standing standing, byte @Nullable [] heldScore) {

  /// The score to tell once the log stands at a day; empty when nothing is due.
  Optional<byte[]> due(LocalDate openDay) {
    return standing.heldUntil().filter(until -> !openDay.isBefore(until)).isPresent()
        ? Optional.ofNullable(heldScore)
        : Optional.empty();
  }
}
