package org.vigie.features.compute;

import java.time.LocalDate;
import org.vigie.features.facts.CompanyFacts;

/// The monthly series of a company, built once for all that is computed from them.
record CompanySeries(
    CompanyFacts facts,
    Span span,
    MonthlySeries contributions,
    Debts debts,
    Headcounts headcounts,
    DebtRatios ratios) {

  /// @param last last month of the series
  /// @param knownBy what took place or was known after this day is left out
  static CompanySeries of(CompanyFacts facts, int last, LocalDate knownBy) {
    var span = Span.of(facts, last);
    var contributions = Contributions.of(facts.cotisations(), span);
    var debts = Debts.of(facts.debts(), knownBy, span);
    return new CompanySeries(
        facts,
        span,
        contributions,
        debts,
        Headcounts.of(facts, knownBy, span),
        new DebtRatios(span, contributions, debts.total()));
  }
}
