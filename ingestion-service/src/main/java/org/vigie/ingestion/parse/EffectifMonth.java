package org.vigie.ingestion.parse;

/// Headcounts by month: the names of their columns and their values.
final class EffectifMonth {

  private static final String PREFIX = "eff";

  // YYYYQM
  private static final int PERIOD_DIGITS = 6;

  // More than all that work for any employer of France.
  private static final int HEADCOUNT_MAX = 9_999_999;

  /// The month of a column named `effYYYYQM`; bad for every other name.
  static Reading<Integer> ofColumn(String name) {
    if (name.length() == PREFIX.length() + PERIOD_DIGITS
        && name.startsWith(PREFIX)
        && Period.urssaf(name.substring(PREFIX.length())) instanceof Reading.Good<Period>(var p, _)
        && p.months() == 1) {
      return Reading.good(p.firstMonth());
    }
    return Reading.bad("a month of headcount is named effYYYYQM");
  }

  /// Digits, between which spaces set thousands apart: the common one, the no-break one or its
  /// narrow form.
  ///
  /// @param cell without blanks at its ends
  static Reading<Integer> headcount(String cell) {
    var text = WrittenNumber.withoutZeroDecimals(cell);
    int headcount = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Digits.isDigit(c)) {
        headcount = headcount * 10 + (c - '0');
      } else if (!Blanks.isSpace(c)) {
        return Reading.bad("a headcount is digits only");
      }
      if (headcount > HEADCOUNT_MAX) {
        return Reading.bad("a headcount is at most " + HEADCOUNT_MAX);
      }
    }
    return Reading.good(headcount);
  }

  private EffectifMonth() {}
}
