package org.vigie.schemas;

import org.junit.jupiter.api.Test;
import org.vigie.kit.walls.Walls;

/// The walls of the contracts.
class RoomsTest {

  private static final Walls WALLS = Walls.of("org.vigie.schemas", "access");

  @Test
  void accessIsKnownToTheRecordsAndKnowsNoneOfThem() {
    WALLS.stagesKnowThoseBeforeThem();
  }

  @Test
  void contractsKnowNothingElseOfOurs() {
    WALLS.knowOfOurs();
  }

  @Test
  void readingsAreDatedByTheGivenClock() {
    WALLS.readTheGivenClockOnly();
  }
}
