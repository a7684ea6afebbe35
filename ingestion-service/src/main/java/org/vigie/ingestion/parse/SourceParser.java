package org.vigie.ingestion.parse;

import org.vigie.ingestion.delivery.KnownAt;
import org.vigie.ingestion.delivery.Source;

/// Makes facts of a row of one source. Pure: the same row and knownAt give the same outcome.
public interface SourceParser {

  Outcome parse(Row row, KnownAt knownAt);

  /// The parser of a source, which throws nothing: what it cannot read is rejected.
  static SourceParser of(Source source) {
    var parser = unguarded(source);
    return (row, knownAt) -> Guard.over(() -> parser.parse(row, knownAt));
  }

  private static SourceParser unguarded(Source source) {
    return switch (source) {
      case COTISATION -> new CotisationParser();
      case DEBIT -> new DebitParser();
      case EFFECTIF -> new EffectifParser();
      case PROCOL -> new ProcolParser();
      case SIRENE -> new EtablissementParser();
      case SIRENE_UL -> new UniteLegaleParser();
    };
  }
}
