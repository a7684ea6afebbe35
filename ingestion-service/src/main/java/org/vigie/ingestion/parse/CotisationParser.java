package org.vigie.ingestion.parse;

import java.util.List;
import org.vigie.ingestion.delivery.KnownAt;
import org.vigie.schemas.Cotisation;
import org.vigie.schemas.events.FactBody.OfCotisation;

/// Lines of contributions: euros. A line is identified by all that it says, so that none replaces
/// another.
final class CotisationParser implements SourceParser {

  // Contributions of a period are called by the 20th of the month after it.
  private static final int DAY_OF_CALL = 20;

  @Override
  public Outcome parse(Row row, KnownAt knownAt) {
    var cells = new Cells(row);
    String siret = cells.required("siret", Identifier::siret, "");
    String compte = cells.identifierOrEmpty("compte");
    Period period = cells.required("periode", Period::urssaf, Period.NONE);
    long paid = cells.required("enc_direct", Amount::euros, 0L);
    long due = cells.required("cotis_due", Amount::euros, 0L);
    return cells.outcome(
        () -> {
          var body = new Cotisation(siret, compte, period.firstMonth(), period.months(), paid, due);
          var called = Period.firstDayOf(period.lastMonth() + 1).withDayOfMonth(DAY_OF_CALL);
          return new Outcome.Parsed(
              Identifier.sirenOf(siret),
              Key.of(siret, compte, period.text(), paid, due),
              List.of(new Version(period.firstDay(), knownAt.of(called), new OfCotisation(body))),
              cells.isSuspicious());
        });
  }
}
