package org.vigie.ingestion.delivery;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/// Days of Vigie: civil days of Europe/Paris.
public final class Paris {

  public static final ZoneId ZONE = ZoneId.of("Europe/Paris");

  /// The first instant of a day.
  public static Instant startOf(LocalDate day) {
    return day.atStartOfDay(ZONE).toInstant();
  }

  /// The day into which an instant falls.
  public static LocalDate dayOf(Instant instant) {
    return LocalDate.ofInstant(instant, ZONE);
  }

  private Paris() {}
}
