package org.vigie.features.compute;

import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.vigie.features.facts.EtablissementState;

/// Who a company is, as of a day.
///
/// @param name denomination; null when unknown or a natural person
/// @param departements of its établissements, open or closed, in order, each once
/// @param siegeDepartement null when unknown
/// @param naf null when unknown
/// @param legalCategory null when unknown
/// @param headcount the latest known, at most what an int holds; null when none
/// @param headcountMax36 the greatest of the last 36 known months; null when none
/// @param procedure the gravest procédure open
/// @param ceased whether Sirene says so
public record CompanyProfile(
    @Nullable String name,
    List<String> departements,
    @Nullable String siegeDepartement,
    @Nullable String naf,
    @Nullable String legalCategory,
    @Nullable Integer headcount,
    @Nullable Integer headcountMax36,
    Procedure procedure,
    boolean ceased) {

  static CompanyProfile of(Reading reading) {
    var series = reading.series();
    var identity = series.facts().identity();
    var etablissements = series.facts().etablissements();
    return new CompanyProfile(
        identity == null ? null : identity.name(),
        departements(etablissements),
        siegeDepartement(etablissements),
        identity == null ? null : identity.naf(),
        identity == null ? null : identity.legalCategory(),
        boxed(series.headcounts().latest(reading.month(), series.span())),
        boxed(series.headcounts().greatest(reading.month(), series.span())),
        reading.procedures().gravest(),
        identity != null && identity.ceased(reading.day(), reading.knownBy()));
  }

  private static List<String> departements(List<EtablissementState> etablissements) {
    return etablissements.stream()
        .map(EtablissementState::departement)
        .filter(Objects::nonNull)
        .distinct()
        .sorted()
        .toList();
  }

  private static @Nullable String siegeDepartement(List<EtablissementState> etablissements) {
    return etablissements.stream()
        .filter(EtablissementState::siege)
        .map(EtablissementState::departement)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static @Nullable Integer boxed(OptionalLong persons) {
    return persons.isEmpty()
        ? null
        : Integer.valueOf(Math.clamp(persons.getAsLong(), Integer.MIN_VALUE, Integer.MAX_VALUE));
  }
}
