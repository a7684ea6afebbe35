package org.vigie.ingestion.push;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/// The value of a member as the text of a cell: what a file would hold in its place.
final class MemberText {

  // As in a file.
  private static final int CHARS_MAX = 64 << 10;

  // Enough to recognise a value.
  private static final int SHOWN_CHARS_MAX = 200;

  /// @param token the value's first token, at which the parser stands
  /// @throws org.vigie.kit.http.ProblemException when it is no text of a cell
  static String of(JsonParser parser, JsonToken token, int index, String name) throws IOException {
    return switch (token) {
      case VALUE_NULL -> "";
      case VALUE_TRUE, VALUE_FALSE -> token.asString();
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser.getText(), index, name);
      case VALUE_STRING -> string(parser.getText(), index, name);
      case START_OBJECT, START_ARRAY ->
          throw PushReader.invalid(
              index, name, token.asString(), "is a string, a number or a truth");
      case NOT_AVAILABLE, END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT ->
          throw new IllegalStateException(token + " where JSON has a value");
    };
  }

  private static String string(String text, int index, String name) {
    if (text.length() > CHARS_MAX || text.indexOf('\0') >= 0 || !isText(text)) {
      throw PushReader.invalid(
          index, name, start(text), "is at most 64 KiB of text, without NUL or half a character");
    }
    return text;
  }

  private static String number(String text, int index, String name) {
    return PlainNumber.of(text)
        .orElseThrow(() -> PushReader.invalid(index, name, start(text), PlainNumber.RULE));
  }

  // Half a surrogate pair can be written in JSON and nowhere else.
  private static boolean isText(String text) {
    return text.codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE);
  }

  /// The start of a text, as an answer shows it.
  static String start(String text) {
    return text.length() <= SHOWN_CHARS_MAX ? text : text.substring(0, SHOWN_CHARS_MAX);
  }

  private MemberText() {}
}
