package org.vigie.features.compute;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.vigie.features.facts.CompanyFacts;
import org.vigie.features.facts.CompanyIdentity;
import org.vigie.features.facts.DebtOperation;
import org.vigie.features.facts.Ending;
import org.vigie.features.facts.EtablissementState;
import org.vigie.features.facts.FactValue;
import org.vigie.features.facts.HeadcountCell;
import org.vigie.features.facts.Months;
import org.vigie.features.facts.ProcedureEvent;
import org.vigie.features.facts.ProcedureEvent.Action;

/// On which days what is known takes effect; on all others the vector stands.
class DatedEffectsTest {

  private static final LocalDate FIRST = LocalDate.parse("2026-01-01");
  private static final int DAYS = 500;

  @Property(tries = 150)
  void betweenTurnsAndEffectsTheVectorStands(@ForAll("facts") List<FactValue> values) {
    var facts = collected(values);
    var effects =
        DatedEffects.between(facts, FIRST, FIRST.plusDays(DAYS)).collect(Collectors.toSet());

    var before = VectorAsOf.compute(facts, FIRST);
    for (var day = FIRST.plusDays(1); day.isBefore(FIRST.plusDays(DAYS)); day = day.plusDays(1)) {
      var vector = VectorAsOf.compute(facts, day);
      if (!effects.contains(day) && !day.equals(Months.turn(Months.of(day)))) {
        assertThat(vector.values()).as("values on %s", day).isEqualTo(before.values());
        assertThat(vector.profile()).as("profile on %s", day).isEqualTo(before.profile());
      }
      before = vector;
    }
  }

  @Test
  void aClosingTakesEffectOnItsDayWhenItIsKnownAndAYearLater() {
    var closing = new Ending(LocalDate.parse("2026-04-03"), LocalDate.parse("2026-05-03"));

    assertThat(effects(new EtablissementState("1", true, "21", null, closing)))
        .containsExactly("2026-04-03", "2026-05-03", "2027-04-03");
  }

  @Test
  void theYearAfterTheLastDayOfFebruaryEndsWithMarch() {
    var day = LocalDate.parse("2028-02-29");

    assertThat(effects(new EtablissementState("1", true, "21", null, new Ending(day, day))))
        .containsExactly("2028-02-29", "2029-03-01");
  }

  @Test
  void aPlanEndsAfterTenYears() {
    var day = LocalDate.parse("2026-04-03");

    assertThat(effects(new ProcedureEvent(Action.SAUVEGARDE, "plan_continuation", day)))
        .containsExactly("2026-04-03", "2036-04-03");
    assertThat(effects(new ProcedureEvent(Action.SAUVEGARDE, "ouverture", day)))
        .containsExactly("2026-04-03");
  }

  @Test
  void theNextEffectIsTheFirstAfterADay() {
    var facts =
        collected(
            List.of(
                new ProcedureEvent(Action.SAUVEGARDE, "ouverture", LocalDate.parse("2026-04-03")),
                new DebtOperation("A", 1, LocalDate.parse("2026-03-12"), 0, 0)));

    assertThat(DatedEffects.nextAfter(facts, LocalDate.parse("2026-03-12")))
        .isEqualTo("2026-04-03");
    assertThat(DatedEffects.nextAfter(facts, LocalDate.parse("2026-04-03"))).isNull();
  }

  private static List<String> effects(FactValue value) {
    return DatedEffects.between(collected(List.of(value)), LocalDate.EPOCH, LocalDate.MAX)
        .map(LocalDate::toString)
        .toList();
  }

  private static CompanyFacts collected(List<FactValue> facts) {
    var collector = new CompanyFacts.Collector();
    facts.forEach(collector::add);
    return collector.collect();
  }

  @Provide
  Arbitrary<List<FactValue>> facts() {
    return fact().list().ofMinSize(1).ofMaxSize(12);
  }

  private static Arbitrary<FactValue> fact() {
    var day = Arbitraries.integers().between(-500, DAYS).map(FIRST::plusDays);
    // Plans that end in these days began ten years before.
    var effective = Arbitraries.oneOf(day, day.map(late -> late.minusYears(10)));
    var siret = Arbitraries.of("1", "2");
    var month = Arbitraries.integers().between(Months.of(FIRST) - 12, Months.of(FIRST) + 12);
    var amount = Arbitraries.longs().between(0, 1000);
    return Arbitraries.oneOf(
        Combinators.combine(siret, Arbitraries.integers().between(1, 4), day, amount, amount)
            .as(DebtOperation::new),
        Combinators.combine(siret, month, Arbitraries.integers().between(1, 20))
            .as((of, in, persons) -> new HeadcountCell(of, "", in, persons)),
        Combinators.combine(
                Arbitraries.of(ProcedureEvent.Action.class),
                Arbitraries.of("ouverture", "plan_continuation", "fin_procedure"),
                effective)
            .as(ProcedureEvent::new),
        Combinators.combine(siret, day, ending())
            .as((of, created, end) -> new EtablissementState(of, true, "21", created, end)),
        Combinators.combine(day, ending())
            .as((created, end) -> new CompanyIdentity("A", "5710", "25.62B", created, end)));
  }

  private static Arbitrary<Ending> ending() {
    var on = Arbitraries.integers().between(-500, DAYS).map(FIRST::plusDays);
    var late = Arbitraries.integers().between(-40, 40);
    return Combinators.combine(on, late).as((day, days) -> new Ending(day, day.plusDays(days)));
  }
}
