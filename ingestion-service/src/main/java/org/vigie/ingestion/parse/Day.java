package org.vigie.ingestion.parse;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/// Days, in the ways in which sources write them.
final class Day {

  private static final int URSSAF_DIGITS_MAX = 7;

  // URSSAF counts centuries from 1900: (A)AAMMJJ is yyyymmdd less this.
  private static final int URSSAF_ORIGIN = 19_000_000;

  // yyyy-mm-dd
  private static final int ISO_CHARS = 10;

  // ddMMMyyyy
  private static final int ENGLISH_CHARS = 9;

  private static final List<String> ENGLISH_MONTHS =
      List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");

  /// `1160318` is 2016-03-18, `990612` is 1999-06-12.
  static Reading<LocalDate> urssaf(String text) {
    if (!Digits.atMost(text, URSSAF_DIGITS_MAX)) {
      return Reading.bad("a date is (A)AAMMJJ");
    }
    int yyyymmdd = Integer.parseInt(text) + URSSAF_ORIGIN;
    return day(
        yyyymmdd / 10_000,
        yyyymmdd / 100 % 100,
        yyyymmdd % 100,
        "a date is (A)AAMMJJ, a day of the calendar");
  }

  /// `2009-05-27`; a data frame adds the midnight of that day.
  static Reading<LocalDate> iso(String text) {
    boolean form =
        text.length() >= ISO_CHARS
            && Digits.stand(text, 0, 4)
            && text.charAt(4) == '-'
            && Digits.stand(text, 5, 7)
            && text.charAt(7) == '-'
            && Digits.stand(text, 8, ISO_CHARS)
            && isMidnight(text.substring(ISO_CHARS));
    return form
        ? day(
            Digits.number(text, 0, 4),
            Digits.number(text, 5, 7),
            Digits.number(text, 8, ISO_CHARS),
            "a date is yyyy-mm-dd, a day of the calendar")
        : Reading.bad("a date is yyyy-mm-dd");
  }

  private static boolean isMidnight(String time) {
    return switch (time) {
      case "", " 00:00:00", "T00:00:00", " 00:00", "T00:00:00Z", "T00:00:00.000" -> true;
      default -> false;
    };
  }

  /// `26MAY2014`.
  static Reading<LocalDate> english(String text) {
    boolean form =
        text.length() == ENGLISH_CHARS
            && Digits.stand(text, 0, 2)
            && Digits.stand(text, 5, ENGLISH_CHARS);
    if (!form) {
      return Reading.bad("a date is ddMMMyyyy");
    }
    int month = ENGLISH_MONTHS.indexOf(text.substring(2, 5).toUpperCase(Locale.ROOT)) + 1;
    return day(
        Digits.number(text, 5, ENGLISH_CHARS),
        month,
        Digits.number(text, 0, 2),
        "a date is ddMMMyyyy, with an English month");
  }

  private static Reading<LocalDate> day(int year, int month, int day, String rule) {
    try {
      return Reading.good(LocalDate.of(year, month, day));
    } catch (DateTimeException _) {
      return Reading.bad(rule);
    }
  }

  private Day() {}
}
