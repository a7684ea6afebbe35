package org.vigie.features.facts;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoField;
import java.util.stream.Stream;

/// Calendar months as proleptic numbers: year × 12 + month − 1.
public final class Months {

  /// An operation counts in its own month up to this day, in the next month after it.
  private static final int LAST_DAY_OF_ACCOUNTS = 20;

  public static int of(LocalDate day) {
    return (int) day.getLong(ChronoField.PROLEPTIC_MONTH);
  }

  /// The month into which an operation of that day falls, by the rule of the 20th.
  public static int ofAccounts(LocalDate day) {
    return of(day) + (day.getDayOfMonth() <= LAST_DAY_OF_ACCOUNTS ? 0 : 1);
  }

  /// The month that a text names.
  ///
  /// @throws DateTimeException when it is not YYYY-MM
  public static int parse(String text) {
    return of(YearMonth.parse(text).atDay(1));
  }

  /// The month as YYYY-MM.
  public static String text(int month) {
    return YearMonth.from(firstDay(month)).toString();
  }

  public static LocalDate firstDay(int month) {
    return LocalDate.of(Math.floorDiv(month, 12), Math.floorMod(month, 12) + 1, 1);
  }

  public static LocalDate lastDay(int month) {
    return firstDay(month + 1).minusDays(1);
  }

  /// The first day on which operations fall into the month after this one.
  public static LocalDate turn(int month) {
    return firstDay(month).withDayOfMonth(LAST_DAY_OF_ACCOUNTS + 1);
  }

  /// The turns of months after one day, up to another: in order, the last day included.
  public static Stream<LocalDate> turns(LocalDate after, LocalDate upTo) {
    return Stream.iterate(of(after), month -> month <= of(upTo), month -> month + 1)
        .map(Months::turn)
        .filter(turn -> turn.isAfter(after) && !turn.isAfter(upTo));
  }

  private Months() {}
}
