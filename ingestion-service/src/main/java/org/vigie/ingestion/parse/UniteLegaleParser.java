package org.vigie.ingestion.parse;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.ingestion.delivery.KnownAt;
import org.vigie.schemas.UniteLegale;
import org.vigie.schemas.events.FactBody;
import org.vigie.schemas.events.FactBody.OfSireneUl;

/// Companies of the Sirene stock. Names of natural persons are not taken.
final class UniteLegaleParser implements SourceParser {

  private static final String CEASED = "C";

  // First level of the catégories juridiques: entrepreneurs individuels.
  private static final String NATURAL_PERSON = "1";

  @Override
  public Outcome parse(Row row, KnownAt knownAt) {
    var cells = new Cells(row);
    String siren = cells.required("siren", Identifier::siren, "");
    String category =
        cells.required("categoriejuridiqueunitelegale", Identifier::legalCategory, "");
    var activity = Activity.of(cells, "unitelegale");
    LocalDate createdOn = cells.creation(cells.tolerated("datecreationunitelegale", Day::iso));
    String state = cells.required("etatadministratifunitelegale", s -> state(s), CEASED);
    LocalDate since = cells.tolerated("datedebut", Day::iso);
    var bodies = new Bodies(name(cells, category), category, activity, createdOn);
    return cells.outcome(
        () ->
            new Outcome.Parsed(
                siren,
                Key.of(siren),
                bodies.versions(state.equals(CEASED), since, knownAt),
                cells.isSuspicious()));
  }

  private record Bodies(
      @Nullable String name, String category, Activity activity, @Nullable LocalDate createdOn) {

    List<Version> versions(boolean ceased, @Nullable LocalDate since, KnownAt knownAt) {
      var state = new PresentState(createdOn, since);
      var present = body(ceased, since);
      return ceased
          ? state.ended(body(false, null), present, knownAt)
          : state.open(present, knownAt);
    }

    @SuppressWarnings("NullAway") // Avro takes null where the schema says so
    private FactBody body(boolean ceased, @Nullable LocalDate since) {
      return new OfSireneUl(
          new UniteLegale(
              name, category, activity.naf(), activity.nomenclature(), createdOn, ceased, since));
    }
  }

  private static @Nullable String name(Cells cells, String category) {
    boolean person =
        category.startsWith(NATURAL_PERSON) || !cells.textOrEmpty("nomunitelegale").isEmpty();
    return person ? null : cells.name("denominationunitelegale");
  }

  private static Reading<String> state(String text) {
    return text.equals("A") || text.equals(CEASED)
        ? Reading.good(text)
        : Reading.bad("an état administratif is A or C");
  }
}
