package org.vigie.features.stream;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.vigie.features.compute.DatedEffects;
import org.vigie.features.compute.VectorAsOf;
import org.vigie.features.facts.ArrivedFact;
import org.vigie.features.facts.Retention;
import org.vigie.features.state.CompanyLocks;
import org.vigie.features.state.DueDays;
import org.vigie.features.state.FactStore;
import org.vigie.features.state.records.CompanyStanding;
import org.vigie.schemas.Cause;
import org.vigie.schemas.Causes;
import org.vigie.schemas.CompanyFeatures;

/// Brings companies up to date: to a closed day by time alone, or by facts. What it answers is the
/// company's changed vectors, in order; what has not changed is not among them.
final class Companies {

  private static final int CAUSES_TOLD_MAX = 20;

  private final KeyValueStore<String, CompanyStanding> standings;
  private final FactStore facts;
  private final DueDays due;
  private final Retention retention;
  private final CompanyLocks locks;

  Companies(
      KeyValueStore<String, CompanyStanding> standings,
      FactStore facts,
      DueDays due,
      Retention retention,
      CompanyLocks locks) {
    this.standings = standings;
    this.facts = facts;
    this.due = due;
    this.retention = retention;
    this.locks = locks;
  }

  /// The next companies after one, in order of SIREN.
  List<String> after(String siren, int most) {
    var next = new ArrayList<String>(most);
    try (var range = standings.range(siren, null)) {
      while (range.hasNext() && next.size() < most) {
        var key = range.next().key;
        if (!key.equals(siren)) {
          next.add(key);
        }
      }
    }
    return next;
  }

  /// The first companies of which something that is known takes effect by a day.
  List<String> dueBy(LocalDate day, int most) {
    return due.by(day, most);
  }

  /// Brings a company up to closed days. After so many stops on its way it goes on from there the
  /// next time.
  Brought bringUp(String siren, List<ClosedDay> days, int stopsMax) {
    return locks.update(siren, () -> advance(siren, days, stopsMax));
  }

  private Brought advance(String siren, List<ClosedDay> days, int stopsMax) {
    var before = standings.get(siren);
    if (before == null || days.isEmpty()) {
      return new Brought(List.of(), 0, true);
    }
    var company = new Advance(siren, before, facts, due, retention);
    var through = days.stream().allMatch(day -> company.reach(day, stopsMax));
    if (!company.standing().equals(before)) {
      standings.put(siren, company.standing());
    }
    return new Brought(company.changed(), company.stops(), through);
  }

  /// Applies the facts of one record to a company that has been brought up to the closed day.
  Optional<CompanyFeatures> apply(
      String siren,
      List<ArrivedFact> arrived,
      @Nullable LocalDate closedDay,
      @Nullable String model) {
    return locks.update(siren, () -> applyAlone(siren, arrived, closedDay, model));
  }

  private Optional<CompanyFeatures> applyAlone(
      String siren,
      List<ArrivedFact> arrived,
      @Nullable LocalDate closedDay,
      @Nullable String model) {
    var causes = causes(arrived.stream().filter(facts::apply).toList());
    var before = standings.get(siren);
    var latestKnown =
        arrived.stream().map(ArrivedFact::knownOn).max(LocalDate::compareTo).orElseThrow();
    if (before != null && before.getLatestKnown().isAfter(latestKnown)) {
      latestKnown = before.getLatestKnown();
    }
    var published = before == null ? ByteBuffer.allocate(0) : before.getPublished();
    var standing = new CompanyStanding(closedDay, latestKnown, published);
    var asOf = asOf(standing, closedDay);
    var known = facts.of(siren);
    facts.drop(known, asOf);
    var standingFacts = known.asOf(asOf, retention);
    due.expect(siren, DatedEffects.nextAfter(standingFacts, asOf));
    var record = Vectors.record(siren, VectorAsOf.compute(standingFacts, asOf), model, causes);
    var essence = Vectors.essence(record);
    standings.put(siren, new CompanyStanding(closedDay, latestKnown, essence));
    return essence.equals(published) ? Optional.empty() : Optional.of(record);
  }

  /// Later of the open day and the latest day on which a fact was known.
  static LocalDate asOf(CompanyStanding standing, @Nullable LocalDate closedDay) {
    var known = standing.getLatestKnown();
    return closedDay == null || closedDay.isBefore(known) ? known : closedDay.plusDays(1);
  }

  private static Causes causes(List<ArrivedFact> changed) {
    var told =
        changed.stream()
            .limit(CAUSES_TOLD_MAX)
            .map(fact -> new Cause(fact.id(), fact.source(), fact.occurredOn()))
            .toList();
    return new Causes(told, changed.size());
  }
}
