package org.vigie.devkit;

import org.junit.jupiter.api.Test;
import org.vigie.kit.walls.Walls;

/// The walls between the parts of the tool.
class RoomsTest {

  private static final Walls WALLS =
      Walls.of(
          "org.vigie.devkit",
          "installation",
          "watch",
          "platform",
          "client",
          "observe",
          "deliver",
          "train",
          "demo",
          "command");

  @Test
  void packagesDependInOneDirection() {
    WALLS.stagesKnowThoseBeforeThem();
    WALLS.knowNothingOfEachOther("train", "demo");
  }

  @Test
  void aToolSpeaksToServicesFromOutside() {
    WALLS.knowOfOurs("org.vigie.schemas..", "org.vigie.simulator");
  }
}
