package org.vigie.features.facts;

import java.time.LocalDate;
import java.util.Set;

/// How long facts are kept: those of the monthly flows until the last month of which they speak is
/// a number of months before that of the company's as-of day, procédures and the present state of
/// Sirene for ever. It moves with the turn of a month, as all that time alone changes.
///
/// @param months at least those that the longest lag needs
public record Retention(int months) {

  /// The lag of 36 months and the twelve months of a mean before it.
  private static final int LEAST = 48;

  private static final Set<String> BOUNDED = Set.of("cotisation", "debit", "effectif");

  public Retention {
    if (months < LEAST) {
      throw new IllegalArgumentException(
          "facts are kept for at least " + LEAST + " months, not " + months);
    }
  }

  /// Whether facts of a source are ever dropped.
  boolean isBounded(String source) {
    return BOUNDED.contains(source);
  }

  /// The earliest month that facts are still kept for on a company's as-of day.
  int firstMonth(LocalDate asOf) {
    return Months.ofAccounts(asOf) - months;
  }
}
