package org.vigie.features.stream;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.vigie.features.compute.FeatureVector;
import org.vigie.features.compute.VectorAsOf;
import org.vigie.features.facts.ArrivedFact;
import org.vigie.features.facts.Months;
import org.vigie.features.facts.Retention;
import org.vigie.features.state.FactStore;
import org.vigie.features.state.records.CompanyStanding;
import org.vigie.features.state.records.PendingControl;
import org.vigie.schemas.Cause;
import org.vigie.schemas.Causes;
import org.vigie.schemas.CompanyFeatures;

/// Brings companies up to date: to a closed day by time alone, or by facts. What it answers is the
/// company's changed vectors, in order; what has not changed is not among them.
final class Companies {

  private static final int CAUSES_TOLD_MAX = 20;

  private final KeyValueStore<String, CompanyStanding> standings;
  private final FactStore facts;
  private final Retention retention;
  private final Vectors vectors = new Vectors();

  Companies(
      KeyValueStore<String, CompanyStanding> standings, FactStore facts, Retention retention) {
    this.standings = standings;
    this.facts = facts;
    this.retention = retention;
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

  /// Brings a company up to closed days: one vector for each turn of a month on the way, as of the
  /// first day after it. After so many turns it stops, and goes on from there the next time.
  Brought bringUp(String siren, List<PendingControl> days, int turnsMax) {
    var before = standings.get(siren);
    if (before == null) {
      return new Brought(List.of(), 0, true);
    }
    var changed = new ArrayList<CompanyFeatures>();
    var standing = before;
    var done = 0;
    var through = true;
    for (var day : days) {
      var turns = turnsTo(day, standing);
      var now = turns.subList(0, Math.min(turns.size(), turnsMax - done));
      through = now.size() == turns.size();
      standing = turnMonths(siren, standing, now, day, through, changed);
      done += now.size();
      if (!through) {
        break;
      }
    }
    if (!standing.equals(before)) {
      standings.put(siren, standing);
    }
    return new Brought(changed, done, through);
  }

  private static List<LocalDate> turnsTo(PendingControl day, CompanyStanding standing) {
    return isBehind(standing, day)
        ? Months.turns(asOf(standing, standing.getBroughtTo()), day.getTurnsMonthBy().plusDays(1))
            .toList()
        : List.of();
  }

  private static boolean isBehind(CompanyStanding standing, PendingControl day) {
    var closed = day.getTurnsMonthBy();
    return closed != null
        && (standing.getBroughtTo() == null || closed.isAfter(standing.getBroughtTo()));
  }

  private CompanyStanding turnMonths(
      String siren,
      CompanyStanding standing,
      List<LocalDate> turns,
      PendingControl day,
      boolean through,
      List<CompanyFeatures> changed) {
    var published = standing.getPublished();
    if (!turns.isEmpty()) {
      var known = facts.of(siren);
      for (var turn : turns) {
        var vector = VectorAsOf.compute(known.asOf(turn, retention), turn);
        published =
            ifChanged(siren, vector, day.getModel(), Vectors.TIME_ALONE, published, changed);
      }
      // Only at the last turn of a day: what stands must not tell how the day was cut.
      if (through) {
        facts.drop(known, turns.getLast());
      }
    }
    return new CompanyStanding(
        reached(standing, turns, day, through), standing.getLatestKnown(), published);
  }

  /// The day itself, or on the way to it the eve of the last turn.
  private static @Nullable LocalDate reached(
      CompanyStanding standing, List<LocalDate> turns, PendingControl day, boolean through) {
    if (!isBehind(standing, day) || !through && turns.isEmpty()) {
      return standing.getBroughtTo();
    }
    return through ? day.getTurnsMonthBy() : turns.getLast().minusDays(1);
  }

  /// Applies the facts of one record to a company that has been brought up to the closed day.
  Optional<CompanyFeatures> apply(
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
    var vector = VectorAsOf.compute(known.asOf(asOf, retention), asOf);
    var changed = new ArrayList<CompanyFeatures>(1);
    published = ifChanged(siren, vector, model, causes, published, changed);
    standings.put(siren, new CompanyStanding(closedDay, latestKnown, published));
    return changed.stream().findFirst();
  }

  private ByteBuffer ifChanged(
      String siren,
      FeatureVector vector,
      @Nullable String model,
      Causes causes,
      ByteBuffer published,
      List<CompanyFeatures> changed) {
    var record = Vectors.record(siren, vector, model, causes);
    var essence = vectors.essence(record);
    if (!essence.equals(published)) {
      changed.add(record);
    }
    return essence;
  }

  /// Later of the open day and the latest day on which a fact was known.
  private static LocalDate asOf(CompanyStanding standing, @Nullable LocalDate closedDay) {
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
