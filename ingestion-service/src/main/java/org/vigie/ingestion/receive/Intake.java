package org.vigie.ingestion.receive;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.vigie.ingestion.control.Platform;
import org.vigie.ingestion.delivery.Era;
import org.vigie.ingestion.delivery.FileName;
import org.vigie.ingestion.delivery.Hash;
import org.vigie.ingestion.delivery.KnownAt;
import org.vigie.ingestion.delivery.Paris;
import org.vigie.ingestion.journal.Journal;
import org.vigie.ingestion.journal.Report;
import org.vigie.kit.http.Problem;
import org.vigie.kit.http.ProblemException;

/// Takes a file in: recognised by its name, dated, stored whole, accepted.
@ApplicationScoped
class Intake {

  private static final String RULE = "rule";

  private final Platform platform;
  private final DeliveryStore store;
  private final Journal journal;
  private final Clock clock;

  Intake(Platform platform, DeliveryStore store, Journal journal, Clock clock) {
    this.platform = platform;
    this.store = store;
    this.journal = journal;
    this.clock = clock;
  }

  /// @param file name, without directories
  /// @param knownAt a day, `rule`, or null for the platform's day
  Report take(String file, @Nullable String knownAt, InputStream bytes) throws IOException {
    var source = FileName.source(file);
    if (source.isEmpty()) {
      // Read to its end, or the sender may find its connection closed before the answer.
      bytes.transferTo(OutputStream.nullOutputStream());
      return Report.unknown(file);
    }
    var known = knownAt(knownAt);
    var sha256 = store.store(bytes);
    var id = Hash.ofDelivery(source.get(), sha256, known);
    return journal.accept(id, source.get(), file, sha256, known);
  }

  private KnownAt knownAt(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return KnownAt.onDay(platform.day().orElseThrow(Intake::noDay));
    }
    if (text.equals(RULE)) {
      // History may be loaded before any day was closed: then it is delivered on the day it comes.
      return KnownAt.byRule(platform.day().orElseGet(() -> Paris.dayOf(clock.instant())));
    }
    return KnownAt.onDay(checked(parsed(text)));
  }

  private static LocalDate parsed(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException _) {
      throw bad("knownAt is yyyy-mm-dd or rule, not " + text);
    }
  }

  // While no day was closed, there is no day that a delivery could be ahead of.
  private LocalDate checked(LocalDate day) {
    if (!Era.holds(day)) {
      throw bad("knownAt " + Era.RULE + ", not " + day);
    }
    platform
        .day()
        .filter(day::isAfter)
        .ifPresent(
            present -> {
              throw bad("knownAt " + day + " is later than the platform's day, " + present);
            });
    return day;
  }

  private static ProblemException bad(String detail) {
    return Problem.of(400, "Bad knownAt", detail);
  }

  private static RuntimeException noDay() {
    return Problem.of(
        400, "No open day", "--known-at is required: the clock is manual and no day was closed");
  }
}
