package org.vigie.features.compute;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.features.facts.CompanyFacts;
import org.vigie.features.facts.DebtOperation;
import org.vigie.features.facts.Ending;

/// The days on which what is known of a company takes effect: a closing dated ahead, a procédure, a
/// plan that ends. Between two turns of a month and without a new fact, the vector as of a day
/// changes on these days and on no other.
public final class DatedEffects {

  /// Those after one day up to another, in order, each once.
  public static Stream<LocalDate> between(CompanyFacts facts, LocalDate after, LocalDate upTo) {
    return all(facts).filter(day -> day.isAfter(after) && !day.isAfter(upTo)).distinct().sorted();
  }

  /// The first one after a day; null when there is none.
  public static @Nullable LocalDate nextAfter(CompanyFacts facts, LocalDate day) {
    return all(facts).filter(effect -> effect.isAfter(day)).min(LocalDate::compareTo).orElse(null);
  }

  private static Stream<LocalDate> all(CompanyFacts facts) {
    return Stream.of(
            facts.debts().stream().map(DebtOperation::processedOn),
            facts.procedures().stream().flatMap(Procedures::effectsOf),
            ofEtablissements(facts),
            ofIdentity(facts))
        .flatMap(days -> days);
  }

  private static Stream<LocalDate> ofEtablissements(CompanyFacts facts) {
    return facts.etablissements().stream()
        .flatMap(
            etablissement ->
                Stream.concat(
                    Stream.ofNullable(etablissement.createdOn()),
                    ofEnding(etablissement.closing())));
  }

  private static Stream<LocalDate> ofIdentity(CompanyFacts facts) {
    var identity = facts.identity();
    return identity == null
        ? Stream.empty()
        : Stream.concat(Stream.ofNullable(identity.createdOn()), ofEnding(identity.ceasing()));
  }

  /// An établissement that has closed is also among those closed of late, for a while.
  private static Stream<LocalDate> ofEnding(@Nullable Ending ending) {
    return ending == null
        ? Stream.empty()
        : Stream.of(ending.on(), ending.knownFrom(), Profil.noLongerLate(ending.on()));
  }

  private DatedEffects() {}
}
