package org.vigie.alerts.decide;

/// How high a company stands for a subscription, from low to high.
public enum Rung {
  /// Below everything that the subscription watches.
  NONE,
  /// Above the subscription's own threshold.
  OWN,
  /// At the level modéré.
  MODERE,
  /// At the level élevé.
  ELEVE;

  public boolean isAbove(Rung other) {
    return compareTo(other) > 0;
  }
}
