package org.vigie.features.compute;

import org.vigie.features.facts.CompanyFacts;
import org.vigie.features.facts.Months;

/// The months over which a company's series run.
///
/// @param first first month of which a source says something
/// @param last last month wanted; before the first when nothing is known by then
record Span(int first, int last) {

  /// A century: no source reaches further back, and a wrong year must not cost memory.
  private static final int LONGEST = 1200;

  Span {
    first = Math.max(first, last - LONGEST + 1);
  }

  /// From the first month in which a source delivered by URSSAF knows the company: contributions,
  /// debts, headcount, procédures.
  static Span of(CompanyFacts facts, int last) {
    var first = last + 1;
    for (var line : facts.cotisations()) {
      first = Math.min(first, line.firstMonth());
    }
    for (var operation : facts.debts()) {
      first = Math.min(first, operation.accountedMonth());
    }
    for (var cell : facts.headcounts()) {
      first = Math.min(first, cell.month());
    }
    for (var event : facts.procedures()) {
      first = Math.min(first, Months.of(event.effectiveOn()));
    }
    return new Span(first, last);
  }

  int length() {
    return Math.max(0, last - first + 1);
  }
}
