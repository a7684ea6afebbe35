package org.vigie.kit.http;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Names and words that a request carries and that we keep or print.
public final class PlainText {

  // Enough to recognise a value by.
  private static final int SHOWN_CHARS_MAX = 500;

  /// The rule that a text breaks; empty when it is of 1 to so many characters, not blank, and each
  /// of them prints.
  public static Optional<String> brokenRule(@Nullable String text, int charsMax) {
    if (text == null || text.length() > charsMax || text.isBlank()) {
      return Optional.of("1 to " + charsMax + " characters");
    }
    return text.codePoints().allMatch(PlainText::isPlain)
        ? Optional.empty()
        : Optional.of("no control character");
  }

  /// A parameter or header that is such a text.
  ///
  /// @throws ProblemException 400, when it is not
  public static String required(String field, @Nullable String text, int charsMax) {
    brokenRule(text, charsMax)
        .ifPresent(
            rule -> {
              throw Problem.malformed(field, text, rule);
            });
    return Objects.requireNonNull(text);
  }

  /// Whether a character prints and changes nothing around it: no control, no line or paragraph
  /// separator, no mark that turns the direction of the text, no half of a pair.
  static boolean isPlain(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }

  /// A text of others as we show it: a terminal obeys control characters, so they are written out,
  /// and a long one is cut.
  static String shown(String text) {
    var shown = new StringBuilder();
    text.codePoints().limit(SHOWN_CHARS_MAX).forEach(point -> append(shown, point));
    if (text.codePointCount(0, text.length()) > SHOWN_CHARS_MAX) {
      shown.append('…');
    }
    return shown.toString();
  }

  private static void append(StringBuilder shown, int point) {
    if (isPlain(point)) {
      shown.appendCodePoint(point);
    } else {
      shown.append("\\u%04x".formatted(point));
    }
  }

  private PlainText() {}
}
