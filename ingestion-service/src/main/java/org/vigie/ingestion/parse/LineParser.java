package org.vigie.ingestion.parse;

import org.vigie.ingestion.delivery.KnownAt;

/// Makes facts of the lines of a file.
public record LineParser(RowReader reader, SourceParser parser, KnownAt knownAt) {

  public Outcome parse(Line line) {
    return switch (reader.read(line)) {
      case Reading.Bad<Row>(var rule) -> Outcome.Rejected.row(rule);
      case Reading.Good<Row>(var row, _) -> parser.parse(row, knownAt);
    };
  }
}
