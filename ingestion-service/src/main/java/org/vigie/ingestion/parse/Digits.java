package org.vigie.ingestion.parse;

/// Forms made of the digits 0 to 9, told by one pass over the text: no pattern meets input.
final class Digits {

  /// Whether a text is so many digits and nothing else.
  static boolean are(String text, int count) {
    return text.length() == count && stand(text, 0, count);
  }

  /// Whether a text is one digit or more, and no more than so many.
  static boolean atMost(String text, int count) {
    return !text.isEmpty() && text.length() <= count && stand(text, 0, text.length());
  }

  /// Whether only digits stand from one position up to another.
  static boolean stand(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!isDigit(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /// Whether a text is zeros only.
  static boolean areZeros(String text) {
    return text.chars().allMatch(c -> c == '0');
  }

  /// The number that the digits from one position up to another write: at most nine.
  static int number(String text, int from, int to) {
    return Integer.parseInt(text, from, to, 10);
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private Digits() {}
}
