package org.vigie.features.read;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.vigie.features.facts.Months;

/// What becomes of a range of months that was asked for: `Usable`, or `Unusable` with what is wrong
/// about it in words for who asked.
public sealed interface MonthRange {

  /// Proleptic months, both ends included.
  record Usable(int from, int to) implements MonthRange {}

  record Unusable(String reason) implements MonthRange {}

  /// Fifty years: longer than any source reaches back.
  int MONTHS_MAX = 600;

  /// The months shown to who names no beginning.
  int MONTHS_SHOWN = 24;

  /// @param from YYYY-MM; null for two years
  /// @param to YYYY-MM; null for the month of the company's as-of day
  static MonthRange of(@Nullable String from, @Nullable String to, LocalDate asOf) {
    try {
      var last = to == null ? Months.of(asOf) : month(to);
      var first = from == null ? last - MONTHS_SHOWN + 1 : month(from);
      return checked(first, last);
    } catch (DateTimeException e) {
      return new Unusable("from and to are months YYYY-MM: " + from + ", " + to);
    }
  }

  /// @param from YYYY-MM
  /// @param to YYYY-MM
  static MonthRange of(@Nullable String from, @Nullable String to) {
    return from == null || to == null
        ? new Unusable("from and to are required: months YYYY-MM")
        : of(from, to, LocalDate.EPOCH);
  }

  private static int month(String text) {
    if (!text.matches("[0-9]{4}-[0-9]{2}")) {
      throw new DateTimeException("not YYYY-MM: " + text);
    }
    return Months.parse(text);
  }

  private static MonthRange checked(int from, int to) {
    if (from > to) {
      return new Unusable("from is after to");
    }
    return to - from < MONTHS_MAX
        ? new Usable(from, to)
        : new Unusable("a range has at most " + MONTHS_MAX + " months");
  }
}
