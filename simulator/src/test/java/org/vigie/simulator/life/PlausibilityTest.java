package org.vigie.simulator.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vigie.simulator.calendar.Months;
import org.vigie.simulator.calendar.Timeline;
import org.vigie.simulator.country.Company;
import org.vigie.simulator.country.Country;
import org.vigie.simulator.country.Sector;

/// A large country against the published figures. Bounds are wide enough for any seed.
class PlausibilityTest {

  private static final Timeline TIMELINE = new Timeline(12);
  private static final List<Lived> COUNTRY = live(15_000, 42);

  @Test
  void betweenTwoAndThreeAndAHalfCompaniesInAHundredFailInAYear() {
    assertThat(rate(lived -> true)).isBetween(0.02, 0.035);
  }

  @Test
  void oneFailureInFiveIsInConstructionAndOneInEightInHotelsAndRestaurants() {
    double failures = failures(lived -> true);
    assertThat(failures(in(Sector.CONSTRUCTION)) / failures).isBetween(0.18, 0.26);
    assertThat(failures(in(Sector.HOSPITALITY)) / failures).isBetween(0.09, 0.16);
  }

  @Test
  void twoFailuresInThreeAreLiquidations() {
    double failures = failures(lived -> true);
    assertThat(failures(as(Action.LIQUIDATION)) / failures).isBetween(0.65, 0.73);
    assertThat(failures(as(Action.REDRESSEMENT)) / failures).isBetween(0.24, 0.32);
    assertThat(failures(as(Action.SAUVEGARDE)) / failures).isBetween(0.01, 0.04);
  }

  @Test
  void someCompaniesCloseWithoutFailing() {
    var closed =
        COUNTRY.stream()
            .filter(lived -> lived.life().procedure() == null && lived.life().ceasedOn() != null)
            .count();
    assertThat((double) closed / COUNTRY.size()).isBetween(0.07, 0.13);
  }

  @Test
  void debtsLeadFailureByAboutAYear() {
    var leads =
        COUNTRY.stream().filter(Lived::failsInSight).map(Lived::monthsInDebt).sorted().toList();
    assertThat(leads.get(leads.size() / 2)).isBetween(8, 18);
  }

  @Test
  void aPlainLogisticOnDebtsRanksFailuresWithinEighteenMonths() {
    int asOf = TIMELINE.historyStart() + 24;
    var known = COUNTRY.stream().filter(lived -> lived.isScored(asOf)).toList();
    var learnt = known.stream().filter(lived -> lived.company().number() % 2 == 0).toList();
    var judged = known.stream().filter(lived -> lived.company().number() % 2 == 1).toList();
    var ranking = new Ranking(features(learnt, asOf), outcomes(learnt, asOf));
    var scores =
        IntStream.range(0, judged.size())
            .mapToDouble(i -> ranking.score(judged.get(i).features(asOf)))
            .toArray();
    double area = Ranking.areaUnderCurve(scores, outcomes(judged, asOf));
    assertThat(area).isBetween(0.76, 0.88);
  }

  private static double[][] features(List<Lived> lives, int asOf) {
    return lives.stream().map(lived -> lived.features(asOf)).toArray(double[][]::new);
  }

  private static boolean[] outcomes(List<Lived> lives, int asOf) {
    var outcomes = new boolean[lives.size()];
    for (int i = 0; i < outcomes.length; i++) {
      outcomes[i] = lives.get(i).failureMonth() <= asOf + 18;
    }
    return outcomes;
  }

  private static Predicate<Lived> in(Sector sector) {
    return lived -> lived.company().activity().sector() == sector;
  }

  private static Predicate<Lived> as(Action action) {
    return lived ->
        lived.life().procedure() != null && lived.life().procedure().openedAs() == action;
  }

  private static double failures(Predicate<Lived> which) {
    return COUNTRY.stream().filter(which).filter(Lived::failsInSight).count();
  }

  private static double rate(Predicate<Lived> which) {
    double years = COUNTRY.stream().filter(which).mapToInt(Lived::monthsInBonis).sum() / 12.0;
    return failures(which) / years;
  }

  private static List<Lived> live(int companies, long seed) {
    var country = new Country(seed, TIMELINE);
    var lives = new Lives(seed, TIMELINE);
    var lived = new ArrayList<Lived>();
    for (int number = 0; number < companies; number++) {
      var company = country.company(number);
      lived.add(new Lived(company, lives.of(company)));
    }
    return lived;
  }

  private record Lived(Company company, Life life) {

    private static final int NEVER = Integer.MAX_VALUE;

    /// What is known of debts on a day was due two months before.
    private static final int DELAY_MONTHS = 2;

    int failureMonth() {
      return life.failedOn().map(Months::of).orElse(NEVER);
    }

    boolean failsInSight() {
      return failureMonth() != NEVER && failureMonth() >= TIMELINE.historyStart();
    }

    int monthsInBonis() {
      int first = Math.max(life.firstMonth(), TIMELINE.historyStart());
      return Math.max(0, Math.min(failureMonth(), life.lastMonth()) - first + 1);
    }

    /// How long contributions had stood unpaid without a break of more than three months.
    int monthsInDebt() {
      int lead = 0;
      for (int back = 0; failureMonth() - back >= life.firstMonth() && back <= lead + 3; back++) {
        if (life.at(failureMonth() - back).debtMonths() > 0.3) {
          lead = back;
        }
      }
      return lead;
    }

    boolean isScored(int asOf) {
      return failureMonth() > asOf
          && life.firstMonth() <= asOf - DELAY_MONTHS - 12
          && life.lastMonth() > asOf
          && life.at(asOf - DELAY_MONTHS - 12).headcount() >= 10;
    }

    double[] features(int asOf) {
      int month = asOf - DELAY_MONTHS;
      double late = 0;
      double most = 0;
      for (int back = 0; back < 12; back++) {
        late += life.at(month - back).unpaidShare() > 0 ? 1 : 0;
        most = Math.max(most, life.at(month - back).debtMonths());
      }
      return new double[] {
        Math.log1p(life.at(month).debtMonths()),
        Math.log1p(life.at(month - 3).debtMonths()),
        Math.log1p(life.at(month - 6).debtMonths()),
        Math.log1p(most),
        late,
        Math.log(life.at(month).headcount() / life.at(month - 12).headcount()),
      };
    }
  }
}
