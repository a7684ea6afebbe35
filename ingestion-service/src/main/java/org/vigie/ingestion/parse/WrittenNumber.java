package org.vigie.ingestion.parse;

/// What spreadsheets and data frames make of a column that they take for numbers.
final class WrittenNumber {

  // A double holds no more digits, so that no tool writes a longer one.
  private static final int CHARS_MAX = 32;

  /// Why an identifier that was once taken for a number is lost; empty when it was not.
  static String loss(String identifier) {
    if (isScientific(identifier)) {
      return "was written as a number (scientific notation): its last digits are lost";
    }
    var whole = withoutZeroDecimals(identifier);
    return whole.length() < identifier.length() && Digits.stand(whole, 0, whole.length())
        ? "was written as a number (ending in .0): zeros or digits of it may be lost"
        : "";
  }

  /// Whether a text is a number such as `1,23457E+14` or `1.23457e+14`.
  static boolean isScientific(String text) {
    int exponent = Math.max(text.indexOf('E'), text.indexOf('e'));
    if (text.length() > CHARS_MAX || exponent < 1 || exponent + 2 >= text.length()) {
      return false;
    }
    return text.charAt(exponent + 1) == '+'
        && Digits.stand(text, exponent + 2, text.length())
        && isMantissa(text, exponent);
  }

  private static boolean isMantissa(String text, int end) {
    int point = Math.max(text.indexOf('.'), text.indexOf(','));
    return point < 0
        ? Digits.stand(text, 0, end)
        : point > 0 && Digits.stand(text, 0, point) && Digits.stand(text, point + 1, end);
  }

  /// A whole number without the `.0` or `.00` that is written where a column of numbers has an
  /// empty cell; any other text as it is. Three zeros may be thousands.
  static String withoutZeroDecimals(String text) {
    int point = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','));
    int zeros = text.length() - point - 1;
    boolean whole =
        point > 0
            && zeros >= 1
            && zeros <= 2
            && Digits.isDigit(text.charAt(point - 1))
            && text.charAt(point + 1) == '0'
            && text.charAt(text.length() - 1) == '0';
    return whole ? text.substring(0, point) : text;
  }

  private WrittenNumber() {}
}
