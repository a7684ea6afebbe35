package org.vigie.kit.walls.compute;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Calendar;
import java.util.Date;
import java.util.function.Supplier;

/// One class for each way to learn what time it is.
final class Timed {

  static final class AsksForNow {
    Object time() {
      return Instant.now();
    }
  }

  static final class AsksForTodayInAZone {
    Object time() {
      return LocalDate.now(ZoneId.of("Europe/Paris"));
    }
  }

  static final class RefersToNow {
    Supplier<Instant> time() {
      return Instant::now;
    }
  }

  static final class AsksForMillis {
    Object time() {
      return System.currentTimeMillis();
    }
  }

  static final class MakesADate {
    Object time() {
      return new Date();
    }
  }

  static final class AsksACalendar {
    Object time() {
      return Calendar.getInstance();
    }
  }

  static final class MakesAClock {
    Object time() {
      return Clock.systemUTC();
    }
  }

  static final class TakesTime {
    Object time() {
      return System.nanoTime();
    }
  }

  static final class IsGivenAClock {
    Object time(Clock clock) {
      return LocalDate.now(clock);
    }
  }

  static final class IsGivenASource {
    Object time(InstantSource source) {
      return source.instant();
    }
  }

  private Timed() {}
}
