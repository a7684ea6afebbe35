package org.vigie.features;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.kit.walls.Walls;

/// The walls of the service.
class RoomsTest {

  private static final String[] STAGES = {
    "facts", "compute", "intake", "state.records", "state", "stream", "read", "export"
  };

  private static final Walls WALLS = Walls.of("org.vigie.features", STAGES);

  @Test
  void packagesPointDownTheFlow() {
    WALLS.stagesKnowThoseBeforeThem();
    WALLS.knowNothingOfEachOther("compute", "intake", "state");
    WALLS.knowNothingOfEachOther("intake", "read");
    WALLS.knowNothingOfEachOther("state", "export");
    WALLS.knowNothingOfEachOther("stream", "export");
  }

  @Test
  void operationsTakeTexts() {
    WALLS.parametersAreTexts();
  }

  @Test
  void theServiceKnowsTheContractsAndTheKit() {
    WALLS.knowOfOurs("org.vigie.schemas..", "org.vigie.kit..");
  }

  @Test
  void factsAndComputeKnowNothingButTheJdk() {
    WALLS.arePure(List.of("facts", "compute"));
  }

  @Test
  void onlyTheRimKnowsQuarkus() {
    WALLS.knowOnly(
        List.of("intake"),
        "org.vigie.features.facts",
        "org.vigie.schemas..",
        "org.apache.kafka.common.serialization");
    WALLS.knowOnly(
        List.of("state.records", "state"),
        "java.io",
        "java.util.concurrent.locks",
        "org.vigie.features.facts",
        "org.vigie.schemas",
        "org.apache.avro..",
        "org.apache.kafka..");
    WALLS.knowOnly(
        List.of("stream"), "org.vigie.features..", "org.vigie.schemas..", "org.apache.kafka..");
  }

  @Test
  void nobodyReadsAClock() {
    WALLS.readNoClock(STAGES);
    WALLS.readTheGivenClockOnly();
  }
}
