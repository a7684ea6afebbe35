package org.vigie.ingestion.parse;

import org.vigie.ingestion.delivery.KnownAt;

/// Makes facts of the lines of a file.
public record LineParser(RowReader reader, SourceParser parser, KnownAt knownAt) {

  /// What becomes of a line, never an exception.
  public Outcome parse(Line line) {
    return Guard.over(() -> read(line));
  }

  private Outcome read(Line line) {
    return switch (reader.read(line)) {
      case Reading.Bad<Row>(var rule) -> Outcome.Rejected.row(rule);
      case Reading.Good<Row>(var row, _) -> parser.parse(row, knownAt);
    };
  }
}
