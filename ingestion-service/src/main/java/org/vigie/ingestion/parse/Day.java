package org.vigie.ingestion.parse;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.regex.Pattern;

/// Days, in the ways in which sources write them.
final class Day {

  private static final Pattern URSSAF = Pattern.compile("[0-9]{1,7}");

  // URSSAF counts centuries from 1900: (A)AAMMJJ is yyyymmdd less this.
  private static final int URSSAF_ORIGIN = 19_000_000;

  private static final Pattern ISO_FORM = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

  private static final Pattern ENGLISH_FORM = Pattern.compile("[0-9]{2}[A-Za-z]{3}[0-9]{4}");

  private static final DateTimeFormatter ENGLISH =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .appendPattern("ddMMMuuuu")
          .toFormatter(Locale.ENGLISH)
          .withResolverStyle(ResolverStyle.STRICT);

  /// `1160318` is 2016-03-18, `990612` is 1999-06-12.
  static Reading<LocalDate> urssaf(String text) {
    if (!URSSAF.matcher(text).matches()) {
      return Reading.bad("a date is (A)AAMMJJ");
    }
    int yyyymmdd = Integer.parseInt(text) + URSSAF_ORIGIN;
    try {
      return Reading.good(LocalDate.of(yyyymmdd / 10_000, yyyymmdd / 100 % 100, yyyymmdd % 100));
    } catch (DateTimeException _) {
      return Reading.bad("a date is (A)AAMMJJ, a day of the calendar");
    }
  }

  /// `2009-05-27`.
  static Reading<LocalDate> iso(String text) {
    if (!ISO_FORM.matcher(text).matches()) {
      return Reading.bad("a date is yyyy-mm-dd");
    }
    try {
      return Reading.good(LocalDate.parse(text));
    } catch (DateTimeException _) {
      return Reading.bad("a date is yyyy-mm-dd, a day of the calendar");
    }
  }

  /// `26MAY2014`.
  static Reading<LocalDate> english(String text) {
    if (!ENGLISH_FORM.matcher(text).matches()) {
      return Reading.bad("a date is ddMMMyyyy");
    }
    try {
      return Reading.good(LocalDate.parse(text, ENGLISH));
    } catch (DateTimeException _) {
      return Reading.bad("a date is ddMMMyyyy, with an English month");
    }
  }

  private Day() {}
}
