package org.vigie.features.compute;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.vigie.features.facts.EtablissementState;
import org.vigie.features.facts.Months;

/// The features of what a company is.
final class Profil {

  static final String GROUP = "profil";

  private static final int MONTHS_OF_CLOSURES = 12;

  static List<Feature> features() {
    return List.of(
        new Feature("age_mois", GROUP, Unit.MONTHS, Profil::age),
        new Feature("naf_division", GROUP, Unit.CODE, Profil::nafDivision),
        new Feature("categorie_juridique", GROUP, Unit.CODE, Profil::legalCategory),
        new Feature("etablissements_actifs", GROUP, Unit.COUNT, Profil::active),
        new Feature("etablissements_fermes_12m", GROUP, Unit.COUNT, Profil::closedLately));
  }

  /// Months since the creation of the company, or of its first établissement when that is unknown.
  private static double age(Reading reading) {
    var created = createdOn(reading);
    return created == null || created.isAfter(reading.day())
        ? Double.NaN
        : reading.month() - Months.of(created);
  }

  private static @Nullable LocalDate createdOn(Reading reading) {
    var identity = reading.series().facts().identity();
    if (identity != null && identity.createdOn() != null) {
      return identity.createdOn();
    }
    return reading.series().facts().etablissements().stream()
        .map(EtablissementState::createdOn)
        .filter(Objects::nonNull)
        .min(LocalDate::compareTo)
        .orElse(null);
  }

  /// The first two digits of the activity code.
  private static double nafDivision(Reading reading) {
    var identity = reading.series().facts().identity();
    return identity == null || identity.naf() == null
        ? Double.NaN
        : number(identity.naf().substring(0, Math.min(2, identity.naf().length())));
  }

  private static double legalCategory(Reading reading) {
    var identity = reading.series().facts().identity();
    return identity == null || identity.legalCategory() == null
        ? Double.NaN
        : number(identity.legalCategory());
  }

  private static double active(Reading reading) {
    return count(
        reading,
        etablissement ->
            existed(etablissement, reading.day())
                && !etablissement.closed(reading.day(), reading.knownBy()));
  }

  private static double closedLately(Reading reading) {
    var since = reading.day().minusMonths(MONTHS_OF_CLOSURES);
    return count(
        reading,
        etablissement ->
            etablissement.closed(reading.day(), reading.knownBy())
                && !etablissement.closed(since, reading.knownBy()));
  }

  /// The first day on which a closing is no longer among those of the last twelve months.
  static LocalDate noLongerLate(LocalDate closedOn) {
    var day = closedOn.plusMonths(MONTHS_OF_CLOSURES);
    // A year after 29 February is 28 February, whose own year before is the day before the closing.
    return day.minusMonths(MONTHS_OF_CLOSURES).isBefore(closedOn) ? day.plusDays(1) : day;
  }

  private static boolean existed(EtablissementState etablissement, LocalDate day) {
    return etablissement.createdOn() == null || !etablissement.createdOn().isAfter(day);
  }

  private static double count(Reading reading, Predicate<EtablissementState> condition) {
    var etablissements = reading.series().facts().etablissements();
    return etablissements.isEmpty()
        ? Double.NaN
        : etablissements.stream().filter(condition).count();
  }

  private static double number(String code) {
    return code.matches("[0-9]{1,4}") ? Integer.parseInt(code) : Double.NaN;
  }

  private Profil() {}
}
