package org.vigie.simulator.calendar;

import java.time.LocalDate;
import java.time.temporal.ChronoField;

/// Proleptic months: year × 12 + month − 1, as in the schemas.
public final class Months {

  private Months() {}

  public static int of(LocalDate day) {
    return (int) day.getLong(ChronoField.PROLEPTIC_MONTH);
  }

  public static int of(int year, int monthOfYear) {
    return year * 12 + monthOfYear - 1;
  }

  public static int year(int month) {
    return Math.floorDiv(month, 12);
  }

  /// 1 to 12.
  public static int monthOfYear(int month) {
    return Math.floorMod(month, 12) + 1;
  }

  /// The given day of the month, or its last day when the month is shorter.
  public static LocalDate day(int month, int dayOfMonth) {
    var first = LocalDate.of(year(month), monthOfYear(month), 1);
    return first.withDayOfMonth(Math.min(dayOfMonth, first.lengthOfMonth()));
  }

  public static LocalDate lastDay(int month) {
    return day(month, 31);
  }
}
