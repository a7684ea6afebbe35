package org.vigie.alerts;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.kit.walls.Walls;

/// The walls between the stages.
class RoomsTest {

  private static final String[] STAGES = {
    "subscribe", "consume", "decide", "cut", "record", "relay", "answer"
  };

  private static final Walls WALLS = Walls.of("org.vigie.alerts", STAGES);

  @Test
  void aStageKnowsOnlyThoseBeforeIt() {
    WALLS.stagesKnowThoseBeforeThem();
    WALLS.knowNothingOfEachOther("subscribe", "consume");
  }

  @Test
  void theServiceKnowsTheContractsAndTheKit() {
    WALLS.knowOfOurs("org.vigie.schemas..", "org.vigie.kit..");
  }

  @Test
  void decidingAndCuttingArePure() {
    WALLS.arePure(
        List.of("decide", "cut"),
        "org.vigie.schemas",
        "org.vigie.schemas.access",
        "org.vigie.schemas.events",
        "org.vigie.alerts.subscribe",
        "org.vigie.alerts.consume");
  }

  @Test
  void operationsTakeTexts() {
    WALLS.parametersAreTexts();
  }

  @Test
  void nobodyReadsAClock() {
    WALLS.readNoClock(STAGES);
    WALLS.readTheGivenClockOnly();
  }
}
