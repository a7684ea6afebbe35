package org.vigie.alerts.consume;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.schemas.Causes;
import org.vigie.schemas.Profile;
import org.vigie.schemas.events.ScoreOutcome;

/// What `company-scores` says of a company at one place of the log.
///
/// @param siren nine digits
/// @param asOf as-of day of the score
/// @param modelOrNull model that scored it; null when none was in force
/// @param outcome the score, or why there is none
/// @param previousOrNull the outcome before this one; null for the first
/// @param everInAlert whether the level was ever modéré or élevé, this score included
public record Observation(
    String siren,
    LocalDate asOf,
    @Nullable String modelOrNull,
    ScoreOutcome outcome,
    @Nullable ScoreOutcome previousOrNull,
    boolean everInAlert,
    Profile profile,
    Causes causes) {

  /// The model that scored it; empty when none was in force.
  public Optional<String> scoredBy() {
    return Optional.ofNullable(modelOrNull);
  }

  /// The outcome before this one; empty for the first.
  public Optional<ScoreOutcome> previous() {
    return Optional.ofNullable(previousOrNull);
  }

  /// Codes of the départements of its établissements.
  public List<String> departements() {
    return profile.getDepartements();
  }
}
