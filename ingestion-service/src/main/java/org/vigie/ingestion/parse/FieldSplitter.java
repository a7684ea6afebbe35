package org.vigie.ingestion.parse;

import java.util.ArrayList;
import java.util.List;

/// Cuts one line into fields. A field may stand in double quotes, a quote within it being doubled;
/// it never spans lines, so that a quote left open is the fault of its own line alone.
public final class FieldSplitter {

  private static final char QUOTE = '"';

  private final String line;
  private final char delimiter;
  private final List<String> fields = new ArrayList<>();
  private int at;

  private FieldSplitter(String line, char delimiter) {
    this.line = line;
    this.delimiter = delimiter;
  }

  static Reading<List<String>> split(String line, char delimiter) {
    return new FieldSplitter(line, delimiter).split();
  }

  /// The fields of a header; a header whose quotes do not close is taken as one field.
  public static List<String> header(String line, char delimiter) {
    return split(line, delimiter) instanceof Reading.Good<List<String>>(var fields, _)
        ? fields
        : List.of(line);
  }

  private Reading<List<String>> split() {
    do {
      boolean quoted = at < line.length() && line.charAt(at) == QUOTE;
      if (!quoted) {
        plain();
      } else if (!quoted()) {
        return Reading.bad("a quote is left open");
      } else if (at < line.length() && line.charAt(at) != delimiter) {
        return Reading.bad("text follows a closing quote");
      }
    } while (at++ < line.length());
    return Reading.good(fields);
  }

  private void plain() {
    int end = line.indexOf(delimiter, at);
    int stop = end < 0 ? line.length() : end;
    fields.add(line.substring(at, stop));
    at = stop;
  }

  // Leaves the position after the closing quote; false when there is none.
  private boolean quoted() {
    var field = new StringBuilder();
    int from = at + 1;
    while (true) {
      int quote = line.indexOf(QUOTE, from);
      if (quote < 0) {
        return false;
      }
      field.append(line, from, quote);
      boolean doubled = quote + 1 < line.length() && line.charAt(quote + 1) == QUOTE;
      if (!doubled) {
        fields.add(field.toString());
        at = quote + 1;
        return true;
      }
      field.append(QUOTE);
      from = quote + 2;
    }
  }
}
