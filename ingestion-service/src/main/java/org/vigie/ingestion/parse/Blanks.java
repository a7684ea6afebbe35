package org.vigie.ingestion.parse;

/// Characters that say nothing at the ends of a cell or of a column's name.
final class Blanks {

  private static final char NO_BREAK = '\u00A0';
  private static final char NARROW_NO_BREAK = '\u202F';

  // A byte order mark within a file: two files set end to end, or a mark inside a header's quotes.
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  // The letters and digits that cells are made of: looked at first.
  private static final char LAST_OF_ASCII = '~';

  /// A text without the blanks at its ends.
  static String strip(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isBlank(text.charAt(from))) {
      from++;
    }
    while (to > from && isBlank(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  static boolean isBlank(char c) {
    if (c > ' ' && c <= LAST_OF_ASCII) {
      return false;
    }
    return isSpace(c) || c == BYTE_ORDER_MARK || Character.isWhitespace(c);
  }

  /// Whether a character is one of the spaces that set thousands apart.
  static boolean isSpace(char c) {
    return c == ' ' || c == NO_BREAK || c == NARROW_NO_BREAK;
  }

  private Blanks() {}
}
