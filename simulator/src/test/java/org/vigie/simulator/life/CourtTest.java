package org.vigie.simulator.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Comparator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.vigie.simulator.chance.Chance;
import org.vigie.simulator.chance.Stream;

class CourtTest {

  private static final LocalDate OPENED = LocalDate.of(2025, 10, 6);

  @Property
  void aProcedureBeginsWithAnOpeningAndGoesForwardInTime(@ForAll long seed) {
    var procedure = Court.open(OPENED, Chance.of(seed, Stream.LIFE));
    assertThat(procedure.judgements())
        .isSortedAccordingTo(Comparator.comparing(Judgement::on))
        .first()
        .satisfies(first -> assertThat(first.stage().name()).startsWith("OUVERTURE"));
    assertThat(procedure.openedOn()).isEqualTo(OPENED);
  }

  @Property
  void activityEndsOnTheDayOfALiquidationAndOnNoOther(@ForAll long seed) {
    var procedure = Court.open(OPENED, Chance.of(seed, Stream.LIFE));
    var liquidation =
        procedure.judgements().stream()
            .filter(judgement -> judgement.action() == Action.LIQUIDATION)
            .findFirst()
            .map(Judgement::on);
    assertThat(procedure.liquidatedOn()).isEqualTo(liquidation.orElse(null));
  }
}
