package org.vigie.alerts.consume;

import org.vigie.schemas.AbstentionReason;
import org.vigie.schemas.Scored;

/// What the model made of a company: a score, or none and why.
public sealed interface Outcome {

  /// @param scored with the thresholds of the three horizons
  record Measured(Scored scored) implements Outcome {}

  record Unscored(AbstentionReason reason) implements Outcome {}
}
