package org.vigie.features.facts;

/// Amounts of money, and sums of them that cannot fail: facts that once stand are computed again at
/// every turn of a month, when nobody is there any more to refuse them.
public final class Amounts {

  /// No amount of one fact is greater: 10^13 euros, the bound of every source, in centimes.
  public static final long CENTIMES_MAX = 1_000_000_000_000_000L;

  /// Whether one fact may hold an amount.
  public static boolean isPossible(long centimes) {
    return -CENTIMES_MAX <= centimes && centimes <= CENTIMES_MAX;
  }

  /// The sum: exact, but for sums of hundreds of the greatest amounts; those stay at the greatest
  /// long or its opposite.
  public static long sum(long one, long other) {
    var sum = one + other;
    var overflows = ((one ^ sum) & (other ^ sum)) < 0;
    return overflows ? one < 0 ? -Long.MAX_VALUE : Long.MAX_VALUE : Math.max(sum, -Long.MAX_VALUE);
  }

  static long possible(long centimes) {
    if (!isPossible(centimes)) {
      throw new IllegalArgumentException(
          "an amount is at most " + CENTIMES_MAX + " centimes, not " + centimes);
    }
    return centimes;
  }

  private Amounts() {}
}
