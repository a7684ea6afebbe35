package org.vigie.ingestion.parse;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Cuts one line into fields. A field may stand in double quotes, a quote within it being doubled;
/// it never spans lines, so that a quote left open is the fault of its own line alone. Text after a
/// closing quote is the fault of its own field.
public final class FieldSplitter {

  private static final char QUOTE = '"';

  private final String line;
  private final char delimiter;
  private final List<String> texts = new ArrayList<>();
  private final Set<Integer> overfull = new HashSet<>();
  private int at;

  /// @param texts of the fields
  /// @param overfull positions of those in which text follows a closing quote
  record Fields(List<String> texts, Set<Integer> overfull) {}

  private FieldSplitter(String line, char delimiter) {
    this.line = line;
    this.delimiter = delimiter;
  }

  static Reading<Fields> split(String line, char delimiter) {
    return new FieldSplitter(line, delimiter).split();
  }

  /// The fields of a header; a header whose quotes do not close is taken as one field.
  public static List<String> header(String line, char delimiter) {
    return split(line, delimiter) instanceof Reading.Good<Fields>(var fields, _)
        ? fields.texts()
        : List.of(line);
  }

  private Reading<Fields> split() {
    do {
      boolean quoted = at < line.length() && line.charAt(at) == QUOTE;
      if (!quoted) {
        texts.add(plain());
      } else if (!quoted()) {
        return Reading.bad("a quote is left open");
      }
    } while (at++ < line.length());
    return Reading.good(new Fields(texts, overfull));
  }

  // Leaves the position at the next delimiter, or at the end.
  private String plain() {
    int end = line.indexOf(delimiter, at);
    int stop = end < 0 ? line.length() : end;
    var text = line.substring(at, stop);
    at = stop;
    return text;
  }

  // Leaves the position as `plain` does; false when no quote closes.
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
        at = quote + 1;
        close(field);
        return true;
      }
      field.append(QUOTE);
      from = quote + 2;
    }
  }

  private void close(StringBuilder field) {
    if (at < line.length() && line.charAt(at) != delimiter) {
      overfull.add(texts.size());
      field.append(plain());
    }
    texts.add(field.toString());
  }
}
