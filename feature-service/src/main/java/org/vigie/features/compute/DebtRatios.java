package org.vigie.features.compute;

/// The ratio of debt to contributions month by month, each month by itself, and how often in a row
/// it was above 1.
final class DebtRatios {

  private final Span span;
  private final int[] counters;

  DebtRatios(Span span, MonthlySeries twelfths, MonthlySeries debt) {
    this.span = span;
    this.counters = new int[span.length()];
    var counter = 0;
    for (var i = 0; i < counters.length; i++) {
      var month = span.first() + i;
      counter = count(counter, ratio(debt.at(month), twelfths.sum(month, 12)));
      counters[i] = counter;
    }
  }

  /// The months of the mean, and the twelfths in which contributions are held: a product with a
  /// double is exact up to ninety thousand billion euros, and cannot fail beyond.
  private static final double TWELFTHS_OF_TWELVE_MONTHS = 12.0 * 12;

  /// Debt in centimes over the monthly mean of twelve months' contributions in twelfths of a
  /// centime; NaN when one is unknown or the mean is not positive.
  static double ratio(long debt, long twelfthsOfTwelveMonths) {
    return debt == MonthlySeries.UNKNOWN || twelfthsOfTwelveMonths <= 0
        ? Double.NaN
        : debt * TWELFTHS_OF_TWELVE_MONTHS / twelfthsOfTwelveMonths;
  }

  /// A ratio above 1 adds one, a ratio above 0 starts anew, anything else is passed over.
  private static int count(int counter, double ratio) {
    if (ratio > 1) {
      return counter + 1;
    }
    return ratio > 0 ? 0 : counter;
  }

  /// The counter at a month whose own ratio is read apart: that of the months before it, and this.
  int countedAt(int month, double ratio) {
    var index = Math.min(month - 1, span.last()) - span.first();
    return count(index < 0 || counters.length == 0 ? 0 : counters[index], ratio);
  }
}
