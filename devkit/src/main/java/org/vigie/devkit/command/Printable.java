package org.vigie.devkit.command;

/// Text as a terminal may show it. Names come from files and partners: a control character in one
/// would move the cursor, hide lines or change colours.
final class Printable {

  private static final char REPLACEMENT = '\uFFFD';

  /// Line ends and tabs stay; every other control or formatting character is replaced.
  static String of(String text) {
    var clean = new StringBuilder(text.length());
    text.codePoints().forEach(point -> clean.appendCodePoint(isSafe(point) ? point : REPLACEMENT));
    return clean.toString();
  }

  private static boolean isSafe(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL -> point == '\n' || point == '\t';
      // Marks that reorder what follows, among them.
      case Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }

  private Printable() {}
}
