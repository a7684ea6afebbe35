package org.vigie.features.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.vigie.features.facts.ProcedureEvent.Action;
import org.vigie.features.facts.StandingFacts.Keyed;

/// What is kept for 120 months, by the last month that a fact speaks of.
class KeepingTest {

  private static final Retention RETENTION = new Retention(120);

  @Test
  void aContributionIsKeptByTheLastMonthOfItsPeriod() {
    var year = contribution("2016-01", 12);
    var month = contribution("2016-01", 1);

    assertThat(kept("2026-01-20", year, month)).containsExactly(year, month);
    assertThat(kept("2026-01-21", year, month)).containsExactly(year);
    assertThat(kept("2026-12-20", year, month)).containsExactly(year);
    assertThat(kept("2026-12-21", year, month)).isEmpty();
  }

  @Test
  void aHeadcountIsKeptByItsMonth() {
    var cell = fact("effectif", "a", new HeadcountCell("1", "", Months.parse("2016-03"), 10));

    assertThat(kept("2026-03-20", cell)).hasSize(1);
    assertThat(kept("2026-03-21", cell)).isEmpty();
  }

  @Test
  void anOperationThatHoldsTheBalanceIsKept() {
    var unpaid = operation(1, "2010-03-05", 500);
    var paid = operation(1, "2010-03-05", 0);

    assertThat(kept("2026-03-10", unpaid)).containsExactly(unpaid);
    assertThat(kept("2099-03-10", unpaid)).containsExactly(unpaid);
    // An earlier one of which a stock tells again must not hold the balance in its place.
    assertThat(kept("2026-03-10", paid)).containsExactly(paid);
  }

  @Test
  void anOperationGoesWhenTheMonthsOfItsBalanceAreTooOld() {
    var first = operation(1, "2010-03-05", 500);
    // Taken into account in June 2016: May is the last month of the first.
    var second = operation(2, "2016-05-21", 0);

    assertThat(kept("2026-05-20", first, second)).containsExactly(first, second);
    assertThat(kept("2026-05-21", first, second)).containsExactly(second);
  }

  @Test
  void anOperationThatNeverHeldTheBalanceIsKeptByItsOwnMonth() {
    var highest = operation(3, "2010-03-05", 0);
    var late = operation(2, "2018-03-05", 900);

    assertThat(kept("2028-03-20", highest, late)).containsExactly(highest, late);
    assertThat(kept("2028-03-21", highest, late)).containsExactly(highest);
  }

  @Test
  void aWithdrawalIsKeptAsLongAsWhatItWithdraws() {
    var operation = withdrawn("debit", "2010-03-05");
    var contribution = withdrawn("cotisation", "2016-01-01");

    assertThat(kept("2026-12-20", operation, contribution))
        .containsExactly(operation, contribution);
    assertThat(kept("2026-12-21", operation, contribution)).containsExactly(operation);
  }

  @Test
  void proceduresAndSireneAreKeptForEver() {
    var event =
        fact("procol", "a", new ProcedureEvent(Action.SAUVEGARDE, "ouverture", LocalDate.EPOCH));
    var site = fact("sirene", "a", new EtablissementState("1", true, "21", LocalDate.EPOCH, null));

    assertThat(kept("2099-01-01", event, site)).hasSize(2);
  }

  @Test
  void whatIsDroppedEarlierChangesNothingOfWhatIsKeptLater() {
    var operations =
        IntStream.rangeClosed(1, 8)
            .mapToObj(i -> operation(i * 5 % 9, "201%d-0%d-05".formatted(i, i), 100 * i))
            .toList();

    for (var year = 2020; year < 2030; year++) {
      var day = year + "-06-01";
      var early = new StandingFacts(kept(day, operations.toArray(Keyed[]::new)));
      for (var later = year; later < 2030; later++) {
        assertThat(kept(later + "-06-01", early.entries().toArray(Keyed[]::new)))
            .isEqualTo(kept(later + "-06-01", operations.toArray(Keyed[]::new)));
      }
    }
  }

  private static List<Keyed> kept(String asOf, Keyed... facts) {
    var entries = List.of(facts);
    var old = new StandingFacts(entries).tooOld(LocalDate.parse(asOf), RETENTION);
    return entries.stream().filter(fact -> !old.contains(fact)).toList();
  }

  private static Keyed contribution(String firstMonth, int months) {
    return fact(
        "cotisation", firstMonth + months, new CotisationLine(Months.parse(firstMonth), months, 1));
  }

  private static Keyed operation(int number, String day, long euros) {
    return fact(
        "debit",
        "A" + number,
        new DebtOperation("A", number, LocalDate.parse(day), euros * 100, 0));
  }

  private static Keyed withdrawn(String source, String occurredOn) {
    return keyed(source, "a", occurredOn, null);
  }

  private static Keyed fact(String source, String natural, FactValue value) {
    return keyed(source, natural, "2010-01-01", value);
  }

  private static Keyed keyed(
      String source, String natural, String occurredOn, @Nullable FactValue value) {
    var version = new FactVersion(new Rank(0, 0, 0), LocalDate.parse(occurredOn), value);
    return new Keyed(new FactKey("732829320", source, natural), version);
  }
}
