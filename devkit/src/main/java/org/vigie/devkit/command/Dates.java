package org.vigie.devkit.command;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

/// Dates as typed: what cannot be read is refused in words, with the form that is wanted.
final class Dates {

  static void register(CommandLine line) {
    line.registerConverter(
        LocalDate.class, value -> read(value, LocalDate::parse, "a date (2026-07-22)"));
    line.registerConverter(
        YearMonth.class, value -> read(value, YearMonth::parse, "a month (2026-07)"));
  }

  private static <T> T read(String value, Function<String, T> parse, String form) {
    try {
      return parse.apply(value);
    } catch (DateTimeException e) {
      throw new TypeConversionException("« " + value + " » is not " + form);
    }
  }

  private Dates() {}
}
