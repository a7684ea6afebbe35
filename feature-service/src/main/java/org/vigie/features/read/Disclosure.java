package org.vigie.features.read;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.features.facts.CompanyFacts;
import org.vigie.features.facts.Retention;
import org.vigie.features.facts.StandingFacts.Keyed;
import org.vigie.schemas.access.Reader;
import org.vigie.schemas.access.Section;

/// What one reader may see of one company. Facts of closed sections show in nothing: not in whether
/// the company is known, not in its as-of day.
///
/// @param siren nine digits
/// @param facts that stand on the as-of day; those of closed groups are for masked features only
/// @param asOf later of the open day and the latest day on which an open fact was known
/// @param scoredAsOf as-of day of the vector that the latest score was made of; null without a
///     score that is open
/// @param groups which groups are open
record Disclosure(
    String siren,
    CompanyFacts facts,
    LocalDate asOf,
    @Nullable LocalDate scoredAsOf,
    OpenGroups groups) {

  /// Empty when no fact of the company is open to the reader: for whom it is then unknown.
  static Optional<Disclosure> of(CompanyState company, Reader reader, Retention retention) {
    // Établissements have no retention: the zone is the same on either day.
    var all = company.facts().asOf(company.asOf(), retention);
    var groups = OpenGroups.of(reader, all, company.everInAlert());
    var open = open(company, groups);
    if (open.isEmpty()) {
      return Optional.empty();
    }
    var asOf = groups.areAllOpen() ? company.asOf() : company.asOf(latestKnown(open));
    var scoredAsOf = groups.score().isOpen() ? company.scoredAsOf() : null;
    var facts = company.facts().asOf(asOf, retention);
    return Optional.of(new Disclosure(company.siren(), facts, asOf, scoredAsOf, groups));
  }

  private static List<Keyed> open(CompanyState company, OpenGroups groups) {
    return company.facts().entries().stream()
        .filter(entry -> groups.opens(Section.ofSource(entry.key().source())))
        .toList();
  }

  private static LocalDate latestKnown(List<Keyed> facts) {
    return facts.stream()
        .map(entry -> entry.version().rank().knownOn())
        .max(LocalDate::compareTo)
        .orElseThrow();
  }
}
