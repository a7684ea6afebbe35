package org.vigie.scoring.model;

import org.vigie.schemas.Level;

/// From which probability on a company has each level, at one horizon.
///
/// @param modere from here on the level is modéré
/// @param eleve from here on the level is élevé; never below `modere`
public record Bounds(double modere, double eleve) {

  public Bounds {
    if (!areOrdered(modere, eleve)) {
      throw new IllegalArgumentException(
          "bounds must satisfy 0 < modéré ≤ élevé ≤ 1, not " + modere + " and " + eleve);
    }
  }

  /// Whether two numbers can be the bounds of a horizon.
  public static boolean areOrdered(double modere, double eleve) {
    return 0 < modere && modere <= eleve && eleve <= 1;
  }

  public Level levelOf(double probability) {
    if (probability >= eleve) {
      return Level.ELEVE;
    }
    return probability >= modere ? Level.MODERE : Level.AUCUN;
  }
}
