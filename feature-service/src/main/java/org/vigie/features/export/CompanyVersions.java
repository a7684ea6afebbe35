package org.vigie.features.export;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.vigie.features.facts.ArrivedFact;
import org.vigie.features.facts.FactKey;
import org.vigie.features.facts.FactVersion;
import org.vigie.features.facts.StandingFacts;

/// Every version of every fact of one company, with the day from which it counts.
final class CompanyVersions {

  private record Counted(FactVersion version, LocalDate from) {}

  private final TreeMap<String, List<Counted>> byKey = new TreeMap<>();
  private LocalDate knownFrom = LocalDate.MAX;

  void add(ArrivedFact.Part part) {
    byKey
        .computeIfAbsent(part.key().text(), _ -> new ArrayList<>(1))
        .add(new Counted(part.version(), part.countsFrom()));
    if (part.countsFrom().isBefore(knownFrom)) {
      knownFrom = part.countsFrom();
    }
  }

  /// Whether anything was known of the company on a day.
  boolean knownOn(LocalDate day) {
    return !knownFrom.isAfter(day);
  }

  /// What stood on a day: of the versions that counted by then, the greatest.
  StandingFacts on(LocalDate day) {
    var standing = new ArrayList<StandingFacts.Keyed>(byKey.size());
    byKey.forEach(
        (key, versions) ->
            versions.stream()
                .filter(counted -> !counted.from().isAfter(day))
                .map(Counted::version)
                .reduce((one, other) -> other.supersedes(one) ? other : one)
                .ifPresent(
                    version -> standing.add(new StandingFacts.Keyed(FactKey.of(key), version))));
    return new StandingFacts(standing);
  }
}
