package org.vigie.simulator.files;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.vigie.simulator.calendar.Months;
import org.vigie.simulator.registers.Period;

/// URSSAF's ways of writing dates, periods and euros.
final class UrssafNotation {

  private static final DateTimeFormatter COMPACT =
      DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT);

  /// What is taken from yyyymmdd: 2025-06-22 is written 1250622.
  private static final int OFFSET = 19_000_000;

  private UrssafNotation() {}

  static String date(LocalDate day) {
    return Integer.toString(Integer.parseInt(COMPACT.format(day)) - OFFSET);
  }

  /// yyyymmdd, as Dt_immat.
  static String compactDate(LocalDate day) {
    return COMPACT.format(day);
  }

  /// YYYYQM: the quarter, then the month in it, 0 for the whole quarter.
  static String period(Period period) {
    int monthOfYear = Months.monthOfYear(period.firstMonth());
    int quarter = (monthOfYear - 1) / 3 + 1;
    int monthOfQuarter = period.months() == 1 ? (monthOfYear - 1) % 3 + 1 : 0;
    return Months.year(period.firstMonth()) + "" + quarter + monthOfQuarter;
  }

  /// The same with two digits for the year.
  static String shortPeriod(Period period) {
    return period(period).substring(2);
  }

  /// Euros with a decimal comma, without decimals when there are none.
  static String euros(long centimes) {
    long absolute = Math.abs(centimes);
    long rest = absolute % 100;
    var sign = centimes < 0 ? "-" : "";
    return sign + absolute / 100 + (rest == 0 ? "" : (rest < 10 ? ",0" : ",") + rest);
  }
}
