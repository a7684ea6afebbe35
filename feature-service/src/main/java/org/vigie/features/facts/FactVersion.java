package org.vigie.features.facts;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One version of a fact.
///
/// @param rank decides between versions
/// @param occurredOn day on which what it tells took place
/// @param value what it says; null when the fact is withdrawn
public record FactVersion(Rank rank, LocalDate occurredOn, @Nullable FactValue value) {

  /// Whether this version stands against the one that stood before; null when none did.
  public boolean supersedes(@Nullable FactVersion standing) {
    return standing == null || rank.compareTo(standing.rank) > 0;
  }

  /// Whether it says just what another says: then its higher rank alone is kept.
  public boolean saysTheSameAs(@Nullable FactVersion standing) {
    return value != null && standing != null && value.equals(standing.value);
  }
}
