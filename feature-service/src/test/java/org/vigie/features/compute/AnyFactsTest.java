package org.vigie.features.compute;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.vigie.features.facts.Amounts;
import org.vigie.features.facts.CompanyFacts;
import org.vigie.features.facts.CompanyIdentity;
import org.vigie.features.facts.CotisationLine;
import org.vigie.features.facts.DebtOperation;
import org.vigie.features.facts.Ending;
import org.vigie.features.facts.EtablissementState;
import org.vigie.features.facts.FactValue;
import org.vigie.features.facts.HeadcountCell;
import org.vigie.features.facts.Months;
import org.vigie.features.facts.ProcedureEvent;

/// Whatever facts were let in, no day fails: a turn of a month has nobody who could refuse them.
class AnyFactsTest {

  private static final int MONTH = Months.parse("2026-03");

  @Property(tries = 500)
  void everyDayHasAVector(@ForAll("facts") List<FactValue> facts, @ForAll("days") LocalDate day) {
    var vector = VectorAsOf.compute(collected(facts), day);

    assertThat(vector.values()).hasSize(FeatureCatalogue.FEATURES.size());
  }

  @Property(tries = 200)
  void everyMonthHasItsPlaceInAHistory(@ForAll("facts") List<FactValue> facts) {
    assertThat(History.months(collected(facts), MONTH - 12, MONTH + 12)).hasSize(25);
  }

  @Property
  void sumsAreExactOrStayAtTheGreatest(@ForAll long one, @ForAll long other) {
    var exact = BigInteger.valueOf(one).add(BigInteger.valueOf(other));
    var greatest = BigInteger.valueOf(Long.MAX_VALUE);

    assertThat(Amounts.sum(one, other))
        .isEqualTo(exact.min(greatest).max(greatest.negate()).longValueExact());
  }

  private static CompanyFacts collected(List<FactValue> facts) {
    var collector = new CompanyFacts.Collector();
    facts.forEach(collector::add);
    return collector.collect();
  }

  @Provide
  Arbitrary<List<FactValue>> facts() {
    return fact().list().ofMaxSize(40);
  }

  @Provide
  Arbitrary<LocalDate> days() {
    var near = Arbitraries.integers().between(-800, 800).map(LocalDate.of(2026, 3, 10)::plusDays);
    return Arbitraries.oneOf(near, avroDays());
  }

  private static Arbitrary<LocalDate> avroDays() {
    return Arbitraries.integers().map(LocalDate::ofEpochDay);
  }

  private static Arbitrary<FactValue> fact() {
    var amount = Arbitraries.longs().between(-Amounts.CENTIMES_MAX, Amounts.CENTIMES_MAX);
    var near = Arbitraries.integers().between(MONTH - 40, MONTH + 20);
    var month = Arbitraries.oneOf(near, Arbitraries.integers());
    var day =
        Arbitraries.oneOf(
            Arbitraries.integers().between(-800, 800).map(LocalDate.of(2026, 3, 10)::plusDays),
            avroDays());
    var text = Arbitraries.of("", "1", "73282932000074", "é", "fin_procedure", "plan_continuation");
    return Arbitraries.oneOf(
        Combinators.combine(month, Arbitraries.of(1, 3, 12), amount).as(CotisationLine::new),
        Combinators.combine(text, Arbitraries.integers(), day, amount, amount)
            .as(DebtOperation::new),
        Combinators.combine(text, text, near, Arbitraries.integers()).as(HeadcountCell::new),
        Combinators.combine(Arbitraries.of(ProcedureEvent.Action.class), text, day)
            .as(ProcedureEvent::new),
        Combinators.combine(text, text, day)
            .as((siret, dep, on) -> new EtablissementState(siret, true, dep, on, ending(on))),
        Combinators.combine(text, text, day)
            .as((name, naf, on) -> new CompanyIdentity(name, naf, naf, on, ending(on))));
  }

  private static Ending ending(LocalDate on) {
    return new Ending(on, on.plusMonths(1));
  }
}
