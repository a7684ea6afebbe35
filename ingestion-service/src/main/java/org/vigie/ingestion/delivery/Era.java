package org.vigie.ingestion.delivery;

import java.time.Instant;
import java.time.LocalDate;

/// The days of which Vigie can speak: every store and every record holds them.
public final class Era {

  // Nothing known of a company's present health is older.
  private static final int FIRST_YEAR = 1900;

  // Far enough to come, and near enough that no sum of days leaves a calendar.
  private static final int LAST_YEAR = 2199;

  /// The rule, as a refusal tells it.
  public static final String RULE = "lies in the years " + FIRST_YEAR + " to " + LAST_YEAR;

  private static final Instant START = Paris.startOf(LocalDate.of(FIRST_YEAR, 1, 1));
  private static final Instant END = Paris.startOf(LocalDate.of(LAST_YEAR + 1, 1, 1));

  public static boolean holds(LocalDate day) {
    return day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR;
  }

  /// Whether an instant falls into one of its days in Paris.
  public static boolean holds(Instant instant) {
    return !instant.isBefore(START) && instant.isBefore(END);
  }

  private Era() {}
}
