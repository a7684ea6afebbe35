package org.vigie.ingestion.parse;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.ingestion.delivery.KnownAt;
import org.vigie.schemas.Etablissement;
import org.vigie.schemas.events.FactBody;
import org.vigie.schemas.events.FactBody.OfSirene;

/// Établissements of the Sirene stock.
final class EtablissementParser implements SourceParser {

  private static final String CLOSED = "F";

  @Override
  public Outcome parse(Row row, KnownAt knownAt) {
    var cells = new Cells(row);
    var activity = Activity.of(cells, "etablissement");
    if (activity instanceof Activity.OtherNomenclature(var name)) {
      return new Outcome.Filtered("its activity is of nomenclature " + name);
    }
    String siren = cells.required("siren", Identifier::siren, "");
    String nic = cells.required("nic", Identifier::nic, "");
    cells.confirms("siret", siren + nic);
    boolean siege = cells.required("etablissementsiege", Truth::of, false);
    String commune = cells.optional("codecommuneetablissement", Identifier::commune);
    LocalDate createdOn = cells.creation(cells.optional("datecreationetablissement", Day::iso));
    String state = cells.required("etatadministratifetablissement", s -> state(s), CLOSED);
    String communeName = cells.name("libellecommuneetablissement");
    String postalCode = cells.tolerated("codepostaletablissement", Identifier::postalCode);
    LocalDate since = cells.tolerated("datedebut", Day::iso);
    var departement = commune == null ? null : Identifier.departementOf(commune);
    var bodies =
        new Bodies(
            siren + nic, siege, commune, communeName, postalCode, departement, createdOn, activity);
    return cells.outcome(
        () ->
            new Outcome.Parsed(
                siren,
                Key.of(siren, nic),
                bodies.versions(state.equals(CLOSED), since, knownAt),
                cells.isSuspicious()));
  }

  private record Bodies(
      String siret,
      boolean siege,
      @Nullable String commune,
      @Nullable String communeName,
      @Nullable String postalCode,
      @Nullable String departement,
      @Nullable LocalDate createdOn,
      Activity activity) {

    List<Version> versions(boolean closed, @Nullable LocalDate since, KnownAt knownAt) {
      var state = new PresentState(createdOn, since);
      var present = body(closed, since);
      return closed
          ? state.ended(body(false, null), present, knownAt)
          : state.open(present, knownAt);
    }

    @SuppressWarnings("NullAway") // Avro takes null where the schema says so
    private FactBody body(boolean closed, @Nullable LocalDate since) {
      return new OfSirene(
          new Etablissement(
              siret,
              siege,
              commune,
              communeName,
              postalCode,
              departement,
              createdOn,
              activity.naf(),
              activity.nomenclature(),
              closed,
              since));
    }
  }

  private static Reading<String> state(String text) {
    return text.equals("A") || text.equals(CLOSED)
        ? Reading.good(text)
        : Reading.bad("an état administratif is A or F");
  }
}
