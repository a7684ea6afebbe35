package org.vigie.alerts.decide;

import java.util.Arrays;
import org.vigie.alerts.subscribe.Horizon;
import org.vigie.alerts.subscribe.Terms;
import org.vigie.alerts.subscribe.Trigger.AtLevel;
import org.vigie.alerts.subscribe.Trigger.AtThreshold;
import org.vigie.schemas.Level;
import org.vigie.schemas.Scored;

/// The rungs that a subscription watches: the level or threshold that it names, and the levels
/// above it. A rung is reached at its threshold and left only well below it.
final class Ladder {

  // Leave at 0.7 of the threshold: the damping that cut repeated alerts from 36 to 5 a month at
  // equal recall, together with the mute.
  static final double LEAVE_AT = 0.7;

  private final Terms terms;

  Ladder(Terms terms) {
    this.terms = terms;
  }

  /// The rung on which a score puts a company that stood on another.
  Rung stand(Scored scored, Rung from) {
    return Arrays.stream(Rung.values())
        .filter(rung -> rung != Rung.NONE && watches(rung, scored))
        .filter(rung -> reaches(rung, scored) || !rung.isAbove(from) && keeps(rung, scored))
        .reduce(Rung.NONE, (_, higher) -> higher);
  }

  private boolean watches(Rung rung, Scored scored) {
    return switch (terms.trigger()) {
      case AtLevel(Level level) ->
          rung == Rung.ELEVE || rung == Rung.MODERE && level == Level.MODERE;
      case AtThreshold(double own) -> rung == Rung.OWN || threshold(rung, scored) > own;
    };
  }

  private boolean reaches(Rung rung, Scored scored) {
    var level = horizon().level(scored);
    return switch (rung) {
      case NONE -> true;
      case OWN -> horizon().probability(scored) >= threshold(rung, scored);
      case MODERE -> level != Level.AUCUN;
      case ELEVE -> level == Level.ELEVE;
    };
  }

  private boolean keeps(Rung rung, Scored scored) {
    return horizon().probability(scored) >= LEAVE_AT * threshold(rung, scored);
  }

  private double threshold(Rung rung, Scored scored) {
    return switch (rung) {
      case NONE -> 0;
      case OWN -> terms.trigger() instanceof AtThreshold(double own) ? own : 0;
      case MODERE -> horizon().thresholds(scored).getModere();
      case ELEVE -> horizon().thresholds(scored).getEleve();
    };
  }

  private Horizon horizon() {
    return terms.horizon();
  }
}
