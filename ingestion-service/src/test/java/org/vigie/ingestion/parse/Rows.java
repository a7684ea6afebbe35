package org.vigie.ingestion.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.vigie.ingestion.delivery.KnownAt;
import org.vigie.ingestion.delivery.Source;
import org.vigie.ingestion.parse.Outcome.Parsed;
import org.vigie.ingestion.parse.Outcome.Rejected;

/// Rows as they stand in files.
final class Rows {

  static final KnownAt DELIVERED = KnownAt.onDay(LocalDate.parse("2026-07-31"));
  static final KnownAt HISTORY = KnownAt.byRule(LocalDate.parse("2026-07-31"));

  static Outcome parse(Source source, String header, String row, KnownAt knownAt) {
    char delimiter = source.delimiter();
    var columns = Columns.of(FieldSplitter.header(header, delimiter));
    var reader = new RowReader(columns, delimiter, StandardCharsets.UTF_8);
    var bytes = row.getBytes(StandardCharsets.UTF_8);
    return new LineParser(reader, SourceParser.of(source), knownAt)
        .parse(new Line(2, 0, bytes.length, bytes));
  }

  static Parsed parsed(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Parsed.class);
    return (Parsed) outcome;
  }

  static Rejected rejected(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Rejected.class);
    return (Rejected) outcome;
  }

  /// A row of a table in which one cell is replaced.
  static String with(String header, String row, char delimiter, String column, String value) {
    var cut = String.valueOf(delimiter);
    var names = header.split(java.util.regex.Pattern.quote(cut), -1);
    var cells = row.split(java.util.regex.Pattern.quote(cut), -1);
    for (int i = 0; i < names.length; i++) {
      if (names[i].equalsIgnoreCase(column)) {
        cells[i] = value;
        return String.join(cut, cells);
      }
    }
    throw new IllegalArgumentException("no column " + column);
  }

  private Rows() {}
}
