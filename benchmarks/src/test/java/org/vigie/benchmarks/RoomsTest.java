package org.vigie.benchmarks;

import org.junit.jupiter.api.Test;
import org.vigie.kit.walls.Walls;

/// The walls around the benchmarks: one package, which speaks to services from outside.
class RoomsTest {

  private static final Walls WALLS = Walls.of("org.vigie.benchmarks");

  @Test
  void theyAreOnePackage() {
    WALLS.stagesKnowThoseBeforeThem();
  }

  @Test
  void theyKnowTheToolsAndTheContracts() {
    WALLS.knowOfOurs("org.vigie.devkit..", "org.vigie.schemas..");
  }
}
