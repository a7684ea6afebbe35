package org.vigie.simulator.files;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// A row as text.
final class Line {

  private Line() {}

  static byte[] of(List<String> fields, char separator) {
    return text(fields, separator).getBytes(StandardCharsets.UTF_8);
  }

  /// Fields in order; one that holds the separator or a quote is quoted.
  static String text(List<String> fields, char separator) {
    var text = new StringBuilder();
    for (int i = 0; i < fields.size(); i++) {
      if (i > 0) {
        text.append(separator);
      }
      append(text, fields.get(i), separator);
    }
    return text.append('\n').toString();
  }

  private static void append(StringBuilder text, String field, char separator) {
    if (field.indexOf(separator) < 0 && field.indexOf('"') < 0) {
      text.append(field);
    } else {
      text.append('"').append(field.replace("\"", "\"\"")).append('"');
    }
  }
}
