package org.vigie.features.facts;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// An établissement as Sirene knows it.
///
/// @param siret fourteen digits
/// @param siege whether it is the company's siège
/// @param departement code of its département; null when unknown
/// @param createdOn day of creation; null when unknown
/// @param closing null while it is open
public record EtablissementState(
    String siret,
    boolean siege,
    @Nullable String departement,
    @Nullable LocalDate createdOn,
    @Nullable Ending closing)
    implements FactValue {

  /// Whether it had closed by a day, for a reader who knows what was known by another.
  public boolean closed(LocalDate day, LocalDate knownBy) {
    return closing != null && closing.holds(day, knownBy);
  }
}
