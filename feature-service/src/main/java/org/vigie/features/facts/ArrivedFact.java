package org.vigie.features.facts;

import java.time.LocalDate;
import java.util.List;

/// A fact as a record of the log brings it.
///
/// @param id names this version in what is published
/// @param source where it comes from
/// @param occurredOn day on which what it tells took place
/// @param parts what it says, key by key: one part, or one per month of a headcount; at least one
public record ArrivedFact(String id, String source, LocalDate occurredOn, List<Part> parts)
    implements Arrival {

  /// One keyed version.
  ///
  /// @param knownOn day of Paris on which it was known
  /// @param countsFrom first day on which a vector may use it
  public record Part(FactKey key, FactVersion version, LocalDate knownOn, LocalDate countsFrom) {}

  public ArrivedFact {
    parts = List.copyOf(parts);
  }

  /// Latest day on which a part of it was known.
  public LocalDate knownOn() {
    return parts.stream().map(Part::knownOn).max(LocalDate::compareTo).orElseThrow();
  }
}
