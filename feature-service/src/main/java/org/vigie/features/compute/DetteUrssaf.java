package org.vigie.features.compute;

import static org.vigie.features.compute.MonthlySeries.UNKNOWN;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoublePredicate;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/// The features of contributions and debts to URSSAF.
final class DetteUrssaf {

  static final String GROUP = "dette_urssaf";

  private static final int[] LAGS = {1, 2, 3, 6, 12, 24, 36};
  private static final int[] YEARLY_LAGS = {12, 24, 36};
  private static final int[] MEANS = {3, 6, 12};

  private static final double CENTIMES_PER_EURO = 100;
  private static final double TWELFTHS_PER_EURO = 1200;
  private static final double TWELFTHS = 12;

  /// The debt is worth a flag above one hundredth of the monthly contributions.
  private static final double DEBT_FLAGGED_ABOVE = 0.01;

  /// A default is the third month above one month's contributions.
  private static final int MONTHS_OF_DEFAULT = 3;

  private final List<Feature> features = new ArrayList<>();

  static List<Feature> features() {
    var theme = new DetteUrssaf();
    theme.addContributionOfMonth();
    theme.addDebt("montant_part_ouvriere", Debts::ouvriere);
    theme.addDebt("montant_part_patronale", Debts::patronale);
    theme.addRatios();
    theme.addTrends();
    return theme.features;
  }

  private void addContributionOfMonth() {
    add("cotisation", Unit.EURO, reading -> contribution(reading, 0));
    add(
        "cotisation_age_mois",
        Unit.MONTHS,
        reading ->
            reading.hasContribution() ? reading.month() - reading.contributionMonth() : Double.NaN);
  }

  private void addDebt(String name, Function<Debts, MonthlySeries> share) {
    add(name, Unit.EURO, reading -> debt(reading, share, 0));
    for (var lag : LAGS) {
      add(name + "_past_" + lag, Unit.EURO, reading -> debt(reading, share, lag));
    }
  }

  private void addRatios() {
    add("cotisation_moy12m", Unit.EURO, reading -> contributionMean(reading, 12));
    add("ratio_dette", Unit.RATIO, DetteUrssaf::ratio);
    add("ratio_dette_moy12m", Unit.RATIO, DetteUrssaf::meanOfRatios);
    add("tag_debit", Unit.FLAG, reading -> flag(ratio(reading), r -> r > DEBT_FLAGGED_ABOVE));
    add("tag_default", Unit.FLAG, DetteUrssaf::inDefault);
    add("dette_par_effectif", Unit.EURO_PER_PERSON, reading -> debtPerPerson(reading, 0));
    add(
        "dette_par_effectif_diff_3",
        Unit.EURO_PER_PERSON,
        reading -> (debtPerPerson(reading, 0) - debtPerPerson(reading, 3)) / 3);
  }

  private void addTrends() {
    for (var months : MEANS) {
      add("cotisation_mean_" + months, Unit.EURO, reading -> contributionMean(reading, months));
    }
    for (var lag : YEARLY_LAGS) {
      add("cotisation_past_" + lag, Unit.EURO, reading -> contribution(reading, lag));
    }
    for (var months : MEANS) {
      add("dette_mean_" + months, Unit.EURO, reading -> debtMean(reading, months));
    }
  }

  private void add(String name, Unit unit, ToDoubleFunction<Reading> value) {
    features.add(new Feature(name, GROUP, unit, value));
  }

  private static double contribution(Reading reading, int lag) {
    return per(
        reading.series().contributions().at(reading.contributionMonth() - lag), TWELFTHS_PER_EURO);
  }

  private static double contributionMean(Reading reading, int months) {
    return per(
        reading.series().contributions().sum(reading.contributionMonth(), months),
        TWELFTHS_PER_EURO * months);
  }

  private static double debt(Reading reading, Function<Debts, MonthlySeries> share, int lag) {
    return per(share.apply(reading.series().debts()).at(reading.month() - lag), CENTIMES_PER_EURO);
  }

  private static double debtMean(Reading reading, int months) {
    return per(
        reading.series().debts().total().sum(reading.month(), months), CENTIMES_PER_EURO * months);
  }

  private static double ratio(Reading reading) {
    return DebtRatios.ratio(
        reading.series().debts().total().at(reading.month()),
        reading.series().contributions().sum(reading.contributionMonth(), 12));
  }

  /// Mean over twelve months of debt / contribution; one contribution of 0 makes it unknown.
  private static double meanOfRatios(Reading reading) {
    var sum = 0.0;
    for (var lag = 11; lag >= 0; lag--) {
      var month = reading.contributionMonth() - lag;
      var contribution = reading.series().contributions().at(month);
      var debt = reading.series().debts().total().at(month);
      if (contribution == UNKNOWN || contribution == 0 || debt == UNKNOWN) {
        return Double.NaN;
      }
      sum += debt * TWELFTHS / contribution;
    }
    return sum / 12;
  }

  private static double inDefault(Reading reading) {
    var ratio = ratio(reading);
    var counter = reading.series().ratios().countedAt(reading.month(), ratio);
    return flag(ratio, r -> r > 1 && counter >= MONTHS_OF_DEFAULT);
  }

  private static double debtPerPerson(Reading reading, int lag) {
    var month = reading.month() - lag;
    var debt = reading.series().debts().total().at(month);
    var persons = reading.series().headcounts().persons().at(month);
    return persons == UNKNOWN || persons == 0 ? Double.NaN : per(debt, CENTIMES_PER_EURO * persons);
  }

  private static double per(long amount, double divisor) {
    return amount == UNKNOWN ? Double.NaN : amount / divisor;
  }

  private static double flag(double value, DoublePredicate condition) {
    if (Double.isNaN(value)) {
      return Double.NaN;
    }
    return condition.test(value) ? 1 : 0;
  }
}
