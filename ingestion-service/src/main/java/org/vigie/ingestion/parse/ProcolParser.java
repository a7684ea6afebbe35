package org.vigie.ingestion.parse;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.vigie.ingestion.delivery.KnownAt;
import org.vigie.schemas.Procol;

/// Events of procédures collectives. A label holds one of three actions; confidential procedures
/// (conciliation, mandat ad hoc) hold none, and are rejected.
final class ProcolParser implements SourceParser {

  private static final List<String> ACTIONS = List.of("liquidation", "redressement", "sauvegarde");

  // A judgement is published within this time of its effect.
  private static final int DAYS_TO_PUBLICATION = 15;

  private record Label(String action, String stage) {

    static final Label NONE = new Label("", "");
  }

  @Override
  public Outcome parse(Row row, KnownAt knownAt) {
    var cells = new Cells(row);
    String siret = cells.required("siret", Identifier::siret, "");
    LocalDate effectiveOn = cells.required("dt_effet", Day::english, LocalDate.EPOCH);
    Label label = cells.required("lib_actx_stdx", ProcolParser::label, Label.NONE);
    return cells.outcome(
        () -> {
          var body = new Procol(siret, label.action(), label.stage(), effectiveOn);
          var known = knownAt.of(effectiveOn.plusDays(DAYS_TO_PUBLICATION));
          return new Outcome.Parsed(
              Identifier.sirenOf(siret),
              Key.of(siret, effectiveOn, label.action(), label.stage()),
              List.of(new Version(effectiveOn, known, body)),
              cells.isSuspicious());
        });
  }

  private static Reading<Label> label(String text) {
    var tokens = new ArrayList<>(Arrays.asList(text.toLowerCase(Locale.FRENCH).split("_", -1)));
    for (int i = 0; i < tokens.size(); i++) {
      for (String action : ACTIONS) {
        if (tokens.get(i).contains(action)) {
          tokens.remove(i);
          return Reading.good(new Label(action, String.join("_", tokens)));
        }
      }
    }
    return Reading.bad("a label names liquidation, redressement or sauvegarde");
  }
}
