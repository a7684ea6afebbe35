package org.vigie.ingestion.receive;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigie.ingestion.control.Platform;
import org.vigie.ingestion.delivery.Era;
import org.vigie.ingestion.delivery.FileName;
import org.vigie.ingestion.delivery.KnownAt;
import org.vigie.ingestion.journal.Journal;
import org.vigie.ingestion.journal.Report;
import org.vigie.kit.http.Problem;
import org.vigie.kit.http.ProblemException;

/// Takes a file in: recognised by its name, dated, stored whole, accepted.
@ApplicationScoped
class Intake {

  private static final String RULE = "rule";

  // Some ten seconds of reading.
  private static final long PASSED_OVER_BYTES_MAX = 16L << 30;

  private final Platform platform;
  private final DeliveryStore store;
  private final Journal journal;

  Intake(Platform platform, DeliveryStore store, Journal journal) {
    this.platform = platform;
    this.store = store;
    this.journal = journal;
  }

  /// @param file name, without directories
  /// @param knownAt a day; `rule` or `rule:` and the day of the delivery; null for the
  ///     platform's day
  /// @param length how many bytes are to come; 0 when the sender does not say
  /// @throws ProblemException when it is not taken
  Report take(String file, @Nullable String knownAt, InputStream bytes, long length)
      throws IOException {
    try {
      var source = FileName.source(file).orElseThrow(() -> ofNoSource(file));
      var known = knownAt(knownAt);
      var sha256 = store.store(bytes, length);
      return journal.accept(source, file, sha256, known);
    } catch (ProblemException e) {
      // Read to its end, or the sender may find its connection closed before the answer.
      if (length <= PASSED_OVER_BYTES_MAX) {
        bytes.transferTo(OutputStream.nullOutputStream());
      }
      throw e;
    }
  }

  private static ProblemException ofNoSource(String file) {
    return Problem.of(
        422,
        "Unknown source",
        file + ": its name is that of no source taken; taken are " + FileName.TAKEN,
        Map.of("reason", "unknown-source"));
  }

  // Without a day of the delivery nothing would bound what the rule says, but the clock of the
  // machine, which dates nothing under the manual clock.
  private KnownAt knownAt(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return KnownAt.onDay(platform.day().orElseThrow(() -> noDay("knownAt")));
    }
    if (text.equals(RULE)) {
      return KnownAt.byRule(platform.day().orElseThrow(() -> noDay("rule:yyyy-mm-dd")));
    }
    return text.startsWith(KnownAt.RULE_ON)
        ? KnownAt.byRule(checked(parsed(text.substring(KnownAt.RULE_ON.length()))))
        : KnownAt.onDay(checked(parsed(text)));
  }

  private static LocalDate parsed(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException _) {
      throw bad("knownAt is yyyy-mm-dd, rule or rule:yyyy-mm-dd, not " + text);
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

  private static RuntimeException noDay(String needed) {
    return Problem.of(
        400,
        "No open day",
        needed + " is required: the clock is manual and no day was closed, so no day is known");
  }
}
