package org.vigie.features.facts;

import java.time.LocalDate;
import java.util.Set;

/// How long facts are kept: those of the monthly flows for a number of months before the company's
/// as-of day, procédures and the present state of Sirene for ever.
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

  /// Whether a fact of a source is still kept on a company's as-of day.
  public boolean keeps(String source, LocalDate occurredOn, LocalDate asOf) {
    return !BOUNDED.contains(source) || !occurredOn.isBefore(asOf.minusMonths(months));
  }
}
