package org.vigie.alerts.subscribe;

import org.vigie.schemas.Level;

/// From where on a subscription wants to be told: a level of the model, or a probability of its
/// own.
public sealed interface Trigger {

  /// @param level modéré or élevé
  record AtLevel(Level level) implements Trigger {

    public AtLevel {
      if (level == Level.AUCUN) {
        throw new IllegalArgumentException("every company has at least the level aucun");
      }
    }
  }

  /// @param probability between 0 and 1, both excluded
  record AtThreshold(double probability) implements Trigger {

    public AtThreshold {
      if (!(probability > 0 && probability < 1)) {
        throw new IllegalArgumentException(probability + " is not between 0 and 1");
      }
    }
  }
}
