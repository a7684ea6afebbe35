package org.vigie.features.stream;

/// How much of a closed day's work is done between two commits. It decides when a vector comes, and
/// nothing else.
///
/// @param companies at most so many companies of a partition
/// @param vectors at most so many vectors of a partition, computed or published
public record Pace(int companies, int vectors) {

  /// Partitions share the transaction of their thread: twelve times this stays under 500 companies
  /// between two commits. A company that is first brought up has a vector for each turn of a month
  /// since 1990: twelve times 500 of some 50 µs are a small part of the transaction's 5 s.
  public static final Pace USUAL = new Pace(40, 500);

  public Pace {
    if (companies < 1 || vectors < 1) {
      throw new IllegalArgumentException("no work is ever done at " + companies + ", " + vectors);
    }
  }
}
