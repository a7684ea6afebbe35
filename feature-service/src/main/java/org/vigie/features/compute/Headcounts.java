package org.vigie.features.compute;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.vigie.features.facts.CompanyFacts;
import org.vigie.features.facts.HeadcountCell;
import org.vigie.features.facts.Months;

/// Headcount of a company month by month: the sum over its établissements and accounts of the value
/// of the month, or of the last known of the twelve months before.
///
/// @param persons the sum; unknown when no établissement has a value
/// @param carried more than 0 in a month in which a value of an earlier month stands in
/// @param delivered known in the months of which a value was delivered
record Headcounts(MonthlySeries persons, MonthlySeries carried, MonthlySeries delivered) {

  /// How long a value stands in for months of which nothing was delivered.
  private static final int MONTHS_CARRIED = 12;

  /// Length of the window over which the size of a company is its greatest headcount.
  private static final int MONTHS_OF_SIZE = 36;

  private record Account(String siret, String compte) {}

  /// @param knownBy the day whose knowledge of closed établissements is used
  static Headcounts of(CompanyFacts facts, LocalDate knownBy, Span span) {
    var headcounts =
        new Headcounts(
            MonthlySeries.unknown(span), MonthlySeries.unknown(span), MonthlySeries.unknown(span));
    var closings = closingMonths(facts, knownBy);
    byAccount(facts.headcounts(), span)
        .forEach(
            (account, cells) ->
                headcounts.addAccount(
                    cells,
                    span,
                    Math.min(
                        span.last(), closings.getOrDefault(account.siret(), Integer.MAX_VALUE))));
    return headcounts;
  }

  private static Map<String, Integer> closingMonths(CompanyFacts facts, LocalDate knownBy) {
    var months = new HashMap<String, Integer>();
    for (var etablissement : facts.etablissements()) {
      var closing = etablissement.closing();
      if (closing != null && !closing.knownFrom().isAfter(knownBy)) {
        months.put(etablissement.siret(), Months.of(closing.on()));
      }
    }
    return months;
  }

  private static Map<Account, MonthlySeries> byAccount(List<HeadcountCell> cells, Span span) {
    var accounts = new HashMap<Account, MonthlySeries>();
    for (var cell : cells) {
      accounts
          .computeIfAbsent(
              new Account(cell.siret(), cell.compte()), _ -> MonthlySeries.unknown(span))
          .add(cell.month(), cell.headcount());
    }
    return accounts;
  }

  private void addAccount(MonthlySeries cells, Span span, int lastMonth) {
    var known = Integer.MIN_VALUE;
    for (var month = span.first(); month <= lastMonth; month++) {
      if (cells.knows(month)) {
        known = month;
        delivered.add(month, 1);
      }
      if (known != Integer.MIN_VALUE && month - known <= MONTHS_CARRIED) {
        persons.add(month, cells.at(known));
        carried.add(month, known < month ? 1 : 0);
      }
    }
  }

  /// The latest headcount at a month: its own, or that of the last month delivered.
  OptionalLong latest(int month, Span span) {
    if (persons.knows(month)) {
      return OptionalLong.of(persons.at(month));
    }
    for (var earlier = month; earlier >= span.first(); earlier--) {
      if (delivered.knows(earlier)) {
        return OptionalLong.of(persons.at(earlier));
      }
    }
    return OptionalLong.empty();
  }

  /// The greatest headcount of the last 36 months that were delivered, up to a month.
  OptionalLong greatest(int month, Span span) {
    var greatest = OptionalLong.empty();
    var seen = 0;
    for (var earlier = month; earlier >= span.first() && seen < MONTHS_OF_SIZE; earlier--) {
      if (delivered.knows(earlier)) {
        seen++;
        greatest = OptionalLong.of(Math.max(greatest.orElse(0), persons.at(earlier)));
      }
    }
    return greatest;
  }
}
