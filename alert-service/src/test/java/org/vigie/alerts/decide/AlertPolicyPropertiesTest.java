package org.vigie.alerts.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.alerts.Samples.fromModere;
import static org.vigie.alerts.Samples.subscription;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;

/// What holds for every sequence of scores, a month apart.
class AlertPolicyPropertiesTest {

  private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 21);

  @Property(tries = 300)
  void theSameScoresTellTheSame(
      @ForAll @Size(max = 40) List<@DoubleRange(max = 1) Double> probabilities) {
    assertThat(live(probabilities).told()).isEqualTo(live(probabilities).told());
  }

  @Property(tries = 300)
  void flappingWithinTheBandRaisesNothing(
      @ForAll @Size(max = 40)
          List<@DoubleRange(min = 0.0701, max = 0.2999) @Scale(4) Double> band) {
    var life = Life.under(subscription(fromModere())).scores("2026-01-01", 0.15);

    assertThat(live(life, band).told()).containsExactly("2026-01-01 nouvelle");
  }

  @Property(tries = 300)
  void aScoreSeenTwiceTellsNothingMore(
      @ForAll @Size(max = 40) List<@DoubleRange(max = 1) Double> probabilities) {
    var once = Life.under(subscription(fromModere()));
    var twice = Life.under(subscription(fromModere()));
    for (int month = 0; month < probabilities.size(); month++) {
      var day = FIRST_DAY.plusMonths(month).toString();
      once.scores(day, probabilities.get(month));
      twice.scores(day, probabilities.get(month)).scores(day, probabilities.get(month));
    }

    assertThat(twice.told()).isEqualTo(once.told());
  }

  @Property(tries = 300)
  void daysClosedOneByOneOrNotAtAllTellTheSame(
      @ForAll @Size(max = 40) List<@DoubleRange(max = 0.5) Double> probabilities) {
    var closing = Life.under(subscription(fromModere()));
    for (int month = 0; month < probabilities.size(); month++) {
      var day = FIRST_DAY.plusMonths(month);
      closing.closesDay(day.minusDays(15).toString()).closesDay(day.minusDays(1).toString());
      closing.scores(day.toString(), probabilities.get(month));
    }

    assertThat(closing.told()).isEqualTo(live(probabilities).told());
  }

  @Property(tries = 300)
  void aCloseFollowsARaiseAndNothingElseDoesAfterAClose(
      @ForAll @Size(max = 40) List<@DoubleRange(max = 0.5) Double> probabilities) {
    boolean inAlert = false;
    for (var line : live(probabilities).told()) {
      var state = line.substring(line.indexOf(' ') + 1);
      var opens = state.equals("nouvelle") || state.equals("rechute");
      assertThat(opens).as(line).isEqualTo(!inAlert);
      inAlert = !state.equals("close");
    }
  }

  private static Life live(List<Double> probabilities) {
    return live(Life.under(subscription(fromModere())), probabilities);
  }

  private static Life live(Life life, List<Double> probabilities) {
    for (int month = 0; month < probabilities.size(); month++) {
      life.scores(FIRST_DAY.plusMonths(month).toString(), probabilities.get(month));
    }
    return life;
  }
}
