package org.vigie.features.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.features.LogBuilder.COMPTE;
import static org.vigie.features.LogBuilder.SIRET;
import static org.vigie.features.LogBuilder.knownOn;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.features.LogBuilder;
import org.vigie.features.facts.Arrival;
import org.vigie.features.facts.ArrivedFact;
import org.vigie.features.facts.RefusedFact;
import org.vigie.schemas.Fact;
import org.vigie.schemas.events.SourceDoor;
import org.vigie.schemas.events.SourceEvent.FactsOfCompany;

class FactIntakeTest {

  private static final LogBuilder MARCH = knownOn("2026-03-10");

  @Test
  void aFactUnderTheNameOfAnotherSourceIsRefused() {
    var debt = MARCH.debit("2026-02", "1", 1, "2026-03-04", 100, 400);

    assertThat(arrivals("sirene", debt))
        .containsExactly(refused(debt.getKey(), "a fact of debit does not come from sirene"));
  }

  @Test
  @SuppressWarnings("NullAway") // Avro's builder takes null where the schema says so.
  void aRecordedFactWithoutABodyIsRefusedAndTheOthersCount() {
    var good = MARCH.effectif(SIRET, COMPTE, "2026-01", 12);
    var empty = Fact.newBuilder(good).setKey("empty").setBody(null).build();

    assertThat(arrivals("effectif", empty, good))
        .satisfiesExactly(
            refused ->
                assertThat(refused).isEqualTo(refused("empty", "a recorded fact has a body")),
            arrived -> assertThat(arrived).isInstanceOf(ArrivedFact.class));
  }

  @Test
  void anActionThatIsNotKnownIsRefusedByItsName() {
    var wrong = MARCH.procol("conciliation", "ouverture", "2026-03-01");

    assertThat(arrivals("procol", wrong))
        .containsExactly(refused(wrong.getKey(), "no action is named conciliation"));
  }

  @Test
  void aWithdrawalNeedsNoBody() {
    var withdrawn = MARCH.retract(MARCH.cotisation("2026-02", 1, 1200));

    assertThat(arrivals("cotisation", withdrawn))
        .singleElement()
        .isInstanceOfSatisfying(
            ArrivedFact.class,
            fact -> assertThat(fact.parts().getFirst().version().value()).isNull());
  }

  private static RefusedFact refused(String natural, String reason) {
    return new RefusedFact(natural, 2, reason);
  }

  private static List<Arrival> arrivals(String source, Fact... facts) {
    var record = (FactsOfCompany) SourceDoor.open(MARCH.record(source, facts));
    return new FactIntake(record, null).arrivals();
  }
}
