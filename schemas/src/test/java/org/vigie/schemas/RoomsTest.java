package org.vigie.schemas;

import org.junit.jupiter.api.Test;
import org.vigie.kit.walls.Walls;

/// The walls of the contracts.
class RoomsTest {

  private static final Walls WALLS = Walls.of("org.vigie.schemas", "access", Walls.ROOT, "events");

  @Test
  void accessIsKnownToTheRecordsAndTheRecordsToTheDoors() {
    WALLS.stagesKnowThoseBeforeThem();
  }

  @Test
  void contractsKnowNothingElseOfOurs() {
    WALLS.knowOfOurs();
  }

  @Test
  void nothingReadsAClock() {
    WALLS.readTheGivenClockOnly();
  }
}
