package org.vigie.ingestion.parse;

import java.time.LocalDate;
import java.time.temporal.ChronoField;

/// Months that a line is about.
///
/// @param firstMonth proleptic month
/// @param months length: 1, 3 or 12
record Period(int firstMonth, int months) {

  /// What stands where no period could be read.
  static final Period NONE = new Period(0, 1);

  private static final int YEAR = 12;
  private static final int QUARTER = 3;

  // `62` in place of quarter and month.
  private static final int WHOLE_YEAR = 62;

  // Two digits of a year below this are of the twenty-first century.
  private static final int CENTURY_TURN = 50;

  /// Reads `YYQM` or `YYYYQM`: quarter Q, month M of the quarter; M = 0 is the whole quarter.
  static Reading<Period> urssaf(String text) {
    if (!Digits.are(text, 4) && !Digits.are(text, 6)) {
      return bad();
    }
    int year = year(text.substring(0, text.length() - 2));
    int quarterAndMonth = Integer.parseInt(text.substring(text.length() - 2));
    if (quarterAndMonth == WHOLE_YEAR) {
      return Reading.good(new Period(year * YEAR, YEAR));
    }
    int quarter = quarterAndMonth / 10;
    int month = quarterAndMonth % 10;
    if (quarter < 1 || quarter > 4 || month > QUARTER) {
      return bad();
    }
    int firstOfQuarter = year * YEAR + (quarter - 1) * QUARTER;
    return Reading.good(
        month == 0
            ? new Period(firstOfQuarter, QUARTER)
            : new Period(firstOfQuarter + month - 1, 1));
  }

  private static int year(String digits) {
    int year = Integer.parseInt(digits);
    if (digits.length() == 4) {
      return year;
    }
    return year < CENTURY_TURN ? 2000 + year : 1900 + year;
  }

  private static Reading<Period> bad() {
    return Reading.bad("a period is YYQM or YYYYQM, Q from 1 to 4 and M from 0 to 3, or 62");
  }

  LocalDate firstDay() {
    return firstDayOf(firstMonth);
  }

  int lastMonth() {
    return firstMonth + months - 1;
  }

  /// The first day of a proleptic month.
  static LocalDate firstDayOf(int month) {
    return LocalDate.EPOCH.with(ChronoField.PROLEPTIC_MONTH, month).withDayOfMonth(1);
  }

  /// As it stands in a natural key.
  String text() {
    return firstMonth + "+" + months;
  }
}
