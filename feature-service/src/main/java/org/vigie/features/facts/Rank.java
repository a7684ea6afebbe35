package org.vigie.features.facts;

import java.util.Comparator;

/// What decides between two versions of one fact: the greatest stands, in whatever order they come.
///
/// @param knownAt from when its provider knew it, in microseconds since the epoch
/// @param ingestedAt instant of its delivery, in microseconds since the epoch
/// @param place line in its delivery
public record Rank(long knownAt, long ingestedAt, long place) implements Comparable<Rank> {

  private static final Comparator<Rank> ORDER =
      Comparator.comparingLong(Rank::knownAt)
          .thenComparingLong(Rank::ingestedAt)
          .thenComparingLong(Rank::place);

  @Override
  public int compareTo(Rank other) {
    return ORDER.compare(this, other);
  }
}
