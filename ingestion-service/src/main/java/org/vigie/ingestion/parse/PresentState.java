package org.vigie.ingestion.parse;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.ingestion.delivery.KnownAt;
import org.vigie.schemas.events.FactBody;

/// How a stock, which tells only the present, is dated: identity is known from the creation, an end
/// from a month after the present state began.
///
/// @param createdOn day of creation; null when unknown
/// @param since first day of the present state; null when unknown
record PresentState(@Nullable LocalDate createdOn, @Nullable LocalDate since) {

  // An end is registered within a month.
  private static final int MONTHS_TO_REGISTRATION = 1;

  /// The one version of what is still open.
  List<Version> open(FactBody body, KnownAt knownAt) {
    return List.of(version(body, knownAt));
  }

  /// The versions of what has ended: in history it was known open before it was known ended.
  List<Version> ended(FactBody whileOpen, FactBody body, KnownAt knownAt) {
    var occurred = since == null ? knownAt.day() : since;
    var ended = new Version(occurred, knownOf(plusRegistration(), knownAt), body);
    var open = version(whileOpen, knownAt);
    return open.knownAt().isBefore(ended.knownAt()) ? List.of(open, ended) : List.of(ended);
  }

  private Version version(FactBody body, KnownAt knownAt) {
    var occurred = createdOn == null ? knownAt.day() : createdOn;
    return new Version(occurred, knownOf(createdOn, knownAt), body);
  }

  private @Nullable LocalDate plusRegistration() {
    return since == null ? null : since.plusMonths(MONTHS_TO_REGISTRATION);
  }

  private static Instant knownOf(@Nullable LocalDate day, KnownAt knownAt) {
    return day == null ? knownAt.instant() : knownAt.of(day);
  }
}
