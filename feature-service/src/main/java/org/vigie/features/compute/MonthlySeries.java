package org.vigie.features.compute;

import java.util.Arrays;
import org.vigie.features.facts.Amounts;

/// Amounts by month over a span of months, added as [Amounts#sum] does; what is not known there, or
/// lies outside, is [#UNKNOWN].
final class MonthlySeries {

  static final long UNKNOWN = Long.MIN_VALUE;

  private final int first;
  private final long[] values;

  private MonthlySeries(int first, long[] values) {
    this.first = first;
    this.values = values;
  }

  /// A series over a span in which nothing is known yet.
  static MonthlySeries unknown(Span span) {
    var values = new long[span.length()];
    Arrays.fill(values, UNKNOWN);
    return new MonthlySeries(span.first(), values);
  }

  /// Adds to a month, which is known from then on; a month outside the span is left out.
  void add(int month, long amount) {
    var index = month - first;
    if (index >= 0 && index < values.length) {
      values[index] = values[index] == UNKNOWN ? amount : Amounts.sum(values[index], amount);
    }
  }

  long at(int month) {
    var index = month - first;
    return index < 0 || index >= values.length ? UNKNOWN : values[index];
  }

  boolean knows(int month) {
    return at(month) != UNKNOWN;
  }

  /// Sum over the months that end with one; unknown unless all are known.
  long sum(int lastMonth, int months) {
    var sum = 0L;
    for (var month = lastMonth - months + 1; month <= lastMonth; month++) {
      if (!knows(month)) {
        return UNKNOWN;
      }
      sum = Amounts.sum(sum, at(month));
    }
    return sum;
  }
}
