package org.vigie.features.stream;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.features.compute.DatedEffects;
import org.vigie.features.compute.FeatureVector;
import org.vigie.features.compute.VectorAsOf;
import org.vigie.features.facts.CompanyFacts;
import org.vigie.features.facts.Months;
import org.vigie.features.facts.Retention;
import org.vigie.features.facts.StandingFacts;
import org.vigie.features.state.DueDays;
import org.vigie.features.state.FactStore;
import org.vigie.features.state.records.CompanyStanding;
import org.vigie.schemas.CompanyFeatures;

/// A company that time alone brings to closed days. On the way it stops at each turn of a month and
/// at each day on which something known of it takes effect, with one vector as of that day.
final class Advance {

  private final String siren;
  private final FactStore facts;
  private final DueDays due;
  private final Retention retention;
  private final List<CompanyFeatures> changed = new ArrayList<>();
  private CompanyStanding standing;
  private int stops;

  Advance(
      String siren, CompanyStanding standing, FactStore facts, DueDays due, Retention retention) {
    this.siren = siren;
    this.standing = standing;
    this.facts = facts;
    this.due = due;
    this.retention = retention;
  }

  CompanyStanding standing() {
    return standing;
  }

  /// The vectors that differ from those before them, in order.
  List<CompanyFeatures> changed() {
    return changed;
  }

  /// At how many days it has stopped.
  int stops() {
    return stops;
  }

  /// Goes on to a closed day; answers whether it is there, or has stopped as often as it may.
  boolean reach(ClosedDay day, int stopsMax) {
    if (!isBehind(day)) {
      return true;
    }
    var known = facts.of(siren);
    var from = Companies.asOf(standing, standing.getBroughtTo());
    var ahead = stopsBetween(known.asOf(from, retention), from, day.openDay());
    var now = ahead.stream().limit(stopsMax - stops).toList();
    now.forEach(stop -> stop(known, stop, day.model()));
    if (now.size() < ahead.size()) {
      pauseAfter(now);
      return false;
    }
    arrive(known, day);
    return true;
  }

  private static SortedSet<LocalDate> stopsBetween(
      CompanyFacts facts, LocalDate after, LocalDate upTo) {
    return Stream.concat(Months.turns(after, upTo), DatedEffects.between(facts, after, upTo))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private boolean isBehind(ClosedDay day) {
    return standing.getBroughtTo() == null || day.day().isAfter(standing.getBroughtTo());
  }

  private void stop(StandingFacts known, LocalDate day, @Nullable String model) {
    stops++;
    FeatureVector vector = VectorAsOf.compute(known.asOf(day, retention), day);
    var record = Vectors.record(siren, vector, model, Vectors.TIME_ALONE);
    var essence = Vectors.essence(record);
    if (!essence.equals(standing.getPublished())) {
      changed.add(record);
      standing = new CompanyStanding(standing.getBroughtTo(), standing.getLatestKnown(), essence);
    }
  }

  /// What stands must not tell how the way was cut: all that is left to do waits for the arrival.
  private void pauseAfter(List<LocalDate> now) {
    if (!now.isEmpty()) {
      broughtTo(now.getLast().minusDays(1));
    }
  }

  private void arrive(StandingFacts known, ClosedDay day) {
    broughtTo(day.day());
    var asOf = Companies.asOf(standing, day.day());
    facts.drop(known, asOf);
    due.expect(siren, DatedEffects.nextAfter(known.asOf(asOf, retention), asOf));
  }

  private void broughtTo(LocalDate day) {
    standing = new CompanyStanding(day, standing.getLatestKnown(), standing.getPublished());
  }
}
