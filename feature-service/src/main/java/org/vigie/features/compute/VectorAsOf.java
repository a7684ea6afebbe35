package org.vigie.features.compute;

import java.time.LocalDate;
import org.vigie.features.facts.CompanyFacts;
import org.vigie.features.facts.Months;

/// The vector of a company as of a day: debts, procédures and headcount as they stand on it,
/// contributions up to the last month known.
public final class VectorAsOf {

  /// @param facts those that count on the day
  public static FeatureVector compute(CompanyFacts facts, LocalDate day) {
    var series = CompanySeries.of(facts, Months.ofAccounts(day), day);
    var reading = Reading.asOf(series, day);
    return new FeatureVector(day, FeatureCatalogue.read(reading), CompanyProfile.of(reading));
  }

  private VectorAsOf() {}
}
