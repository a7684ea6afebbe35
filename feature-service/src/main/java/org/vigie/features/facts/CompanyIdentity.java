package org.vigie.features.facts;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A company (unité légale) as Sirene knows it.
///
/// @param name denomination; null for a natural person
/// @param legalCategory catégorie juridique, four digits; null when unknown
/// @param naf activity code; null when unknown
/// @param createdOn day of creation; null when unknown
/// @param ceasing null while it is active
public record CompanyIdentity(
    @Nullable String name,
    @Nullable String legalCategory,
    @Nullable String naf,
    @Nullable LocalDate createdOn,
    @Nullable Ending ceasing)
    implements FactValue {

  /// Whether it had ceased by a day, for a reader who knows what was known by another.
  public boolean ceased(LocalDate day, LocalDate knownBy) {
    return ceasing != null && ceasing.holds(day, knownBy);
  }
}
