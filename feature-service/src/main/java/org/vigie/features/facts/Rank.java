package org.vigie.features.facts;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;

/// What decides between two versions of one fact: the greatest stands, in whatever order they come.
///
/// @param knownAt from when its provider knew it, in microseconds since the epoch
/// @param ingestedAt instant of its delivery, in microseconds since the epoch
/// @param place line in its delivery
public record Rank(long knownAt, long ingestedAt, long place) implements Comparable<Rank> {

  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  private static final Comparator<Rank> ORDER =
      Comparator.comparingLong(Rank::knownAt)
          .thenComparingLong(Rank::ingestedAt)
          .thenComparingLong(Rank::place);

  /// Day of Paris on which its provider knew it.
  public LocalDate knownOn() {
    return Instant.EPOCH.plus(knownAt, ChronoUnit.MICROS).atZone(PARIS).toLocalDate();
  }

  @Override
  public int compareTo(Rank other) {
    return ORDER.compare(this, other);
  }
}
