package org.vigie.ingestion.parse;

import java.util.regex.Pattern;

/// Headcounts by month: the names of their columns and their values.
final class EffectifMonth {

  private static final String PREFIX = "eff";
  private static final Pattern COLUMN = Pattern.compile("eff[0-9]{6}");

  // Thousands are set apart by a space: the common one, the no-break one or its narrow form.
  private static final Pattern HEADCOUNT = Pattern.compile("[0-9]+(?:[ \\u00A0\\u202F]+[0-9]+)*");
  private static final Pattern SPACES = Pattern.compile("[ \\u00A0\\u202F]+");

  // Nine digits fit an int.
  private static final int DIGITS_MAX = 9;

  // More than all that work for any employer of France.
  private static final int HEADCOUNT_MAX = 9_999_999;

  /// The month of a column named `effYYYYQM`; bad for every other name.
  static Reading<Integer> ofColumn(String name) {
    if (COLUMN.matcher(name).matches()
        && Period.urssaf(name.substring(PREFIX.length())) instanceof Reading.Good<Period>(var p, _)
        && p.months() == 1) {
      return Reading.good(p.firstMonth());
    }
    return Reading.bad("a month of headcount is named effYYYYQM");
  }

  /// Whether a cell holds nothing.
  static boolean isEmpty(String cell) {
    return SPACES.matcher(cell).replaceAll("").isBlank();
  }

  static Reading<Integer> headcount(String cell) {
    if (!HEADCOUNT.matcher(cell).matches()) {
      return Reading.bad("a headcount is digits only");
    }
    var digits = SPACES.matcher(cell).replaceAll("");
    return digits.length() > DIGITS_MAX || Integer.parseInt(digits) > HEADCOUNT_MAX
        ? Reading.bad("a headcount is at most " + HEADCOUNT_MAX)
        : Reading.good(Integer.parseInt(digits));
  }

  private EffectifMonth() {}
}
