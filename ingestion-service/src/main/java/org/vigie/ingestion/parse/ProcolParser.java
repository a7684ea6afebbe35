package org.vigie.ingestion.parse;

import java.time.LocalDate;
import java.util.List;
import org.vigie.ingestion.delivery.KnownAt;
import org.vigie.schemas.Procol;
import org.vigie.schemas.events.FactBody.OfProcol;

/// Events of procédures collectives. A label holds one of three actions; confidential procedures
/// (conciliation, mandat ad hoc) hold none, and are rejected.
final class ProcolParser implements SourceParser {

  // A judgement is published within this time of its effect.
  private static final int DAYS_TO_PUBLICATION = 15;

  @Override
  public Outcome parse(Row row, KnownAt knownAt) {
    var cells = new Cells(row);
    String siret = cells.required("siret", Identifier::siret, "");
    String siren = cells.companyOf(siret);
    LocalDate effectiveOn = cells.required("dt_effet", Day::english, LocalDate.EPOCH);
    ProcolLabel label = cells.required("lib_actx_stdx", ProcolLabel::of, ProcolLabel.NONE);
    return cells.outcome(
        () -> {
          var body = new Procol(siret, label.action(), label.stage(), effectiveOn);
          var known = knownAt.of(effectiveOn.plusDays(DAYS_TO_PUBLICATION));
          return new Outcome.Parsed(
              siren,
              Key.of(siret, effectiveOn, label.action(), label.stage()),
              List.of(new Version(effectiveOn, known, new OfProcol(body))),
              cells.isSuspicious());
        });
  }
}
