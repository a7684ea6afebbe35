package org.vigie.features.facts;

/// A line of contributions due for a period; lines of one period add up.
///
/// @param firstMonth first month of the period
/// @param months length of the period: 1, 3 or 12
/// @param due in centimes, see [Amounts#isPossible]; negative for a cancellation
public record CotisationLine(int firstMonth, int months, long due) implements FactValue {

  public CotisationLine {
    if (months != 1 && months != 3 && months != 12) {
      throw new IllegalArgumentException("a period has 1, 3 or 12 months, not " + months);
    }
    Amounts.possible(due);
  }

  /// What each month of the period bears, exactly: in twelfths of a centime.
  public long monthlyTwelfths() {
    return due * (12 / months);
  }
}
