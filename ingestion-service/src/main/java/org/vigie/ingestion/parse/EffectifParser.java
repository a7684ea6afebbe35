package org.vigie.ingestion.parse;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.vigie.ingestion.delivery.KnownAt;
import org.vigie.schemas.Effectif;
import org.vigie.schemas.EffectifCell;
import org.vigie.schemas.events.FactBody.OfEffectif;

/// Headcounts of établissements, wide: one row is one fact with a cell per month that has a value.
final class EffectifParser implements SourceParser {

  // The headcount of a month is published by the end of the third month after it.
  private static final int MONTHS_TO_PUBLICATION = 3;

  @Override
  public Outcome parse(Row row, KnownAt knownAt) {
    var cells = new Cells(row);
    String siret = cells.required("siret", Identifier::siret, "");
    String compte = cells.identifierOrEmpty("compte");
    var months = months(row, cells, knownAt);
    return cells.outcome(
        () -> {
          if (months.isEmpty()) {
            return new Outcome.Filtered("no month has a headcount");
          }
          var last = months.getLast();
          var known = last.getKnownAt();
          var body = new Effectif(siret, compte, months);
          return new Outcome.Parsed(
              Identifier.sirenOf(siret),
              Key.of(siret, compte),
              List.of(new Version(Period.firstDayOf(last.getMonth()), known, new OfEffectif(body))),
              cells.isSuspicious());
        });
  }

  private static List<EffectifCell> months(Row row, Cells cells, KnownAt knownAt) {
    var months = new ArrayList<EffectifCell>();
    for (var column : row.columns().months()) {
      var text = cells.cell(column.name(), column.index());
      if (text.isEmpty()) {
        continue;
      }
      switch (EffectifMonth.headcount(text)) {
        case Reading.Good<Integer>(var headcount, _) ->
            months.add(new EffectifCell(column.month(), headcount, known(column.month(), knownAt)));
        case Reading.Bad<Integer>(var rule) -> cells.reject(column.name(), text, rule);
      }
    }
    return months;
  }

  private static Instant known(int month, KnownAt knownAt) {
    return knownAt.of(Period.firstDayOf(month + MONTHS_TO_PUBLICATION + 1).minusDays(1));
  }
}
