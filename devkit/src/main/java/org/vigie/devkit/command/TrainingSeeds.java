package org.vigie.devkit.command;

/// The seeds on which models are trained: no model is judged on them.
final class TrainingSeeds {

  static final String RANGE = "1000 to 1999";

  static boolean contain(long seed) {
    return seed >= 1000 && seed <= 1999;
  }

  private TrainingSeeds() {}
}
