package org.vigie.schemas.events;

import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.vigie.schemas.Abstained;
import org.vigie.schemas.AbstentionReason;
import org.vigie.schemas.Level;
import org.vigie.schemas.Scored;

/// What the model makes of a company: a score, or none and why.
public sealed interface ScoreOutcome {

  /// @param scored probabilities, levels, thresholds and what makes them
  record Measured(Scored scored) implements ScoreOutcome {}

  /// @param reason the first that holds, in the order of the enumeration
  record Unscored(AbstentionReason reason) implements ScoreOutcome {}

  /// The record of the union.
  default SpecificRecord record() {
    return switch (this) {
      case Measured(Scored scored) -> scored;
      case Unscored(AbstentionReason reason) -> new Abstained(reason);
    };
  }

  /// Whether the level is modéré or élevé at one of the horizons.
  default boolean isInAlert() {
    return switch (this) {
      case Measured(Scored scored) ->
          Stream.of(scored.getLevel12(), scored.getLevel18(), scored.getLevel24())
              .anyMatch(level -> level != Level.AUCUN);
      case Unscored _ -> false;
    };
  }
}
