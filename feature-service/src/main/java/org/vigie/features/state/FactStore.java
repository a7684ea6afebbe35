package org.vigie.features.state;

import java.time.LocalDate;
import java.util.ArrayList;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.vigie.features.facts.ArrivedFact;
import org.vigie.features.facts.FactKey;
import org.vigie.features.facts.FactVersion;
import org.vigie.features.facts.Retention;
import org.vigie.features.facts.StandingFacts;

/// The standing facts of a partition's companies.
public final class FactStore {

  private final KeyValueStore<String, FactVersion> store;
  private final Retention retention;

  public FactStore(KeyValueStore<String, FactVersion> store, Retention retention) {
    this.store = store;
    this.retention = retention;
  }

  /// Keeps what supersedes; answers whether anything may now be said differently.
  public boolean apply(ArrivedFact fact) {
    var changed = false;
    for (var part : fact.parts()) {
      var key = part.key().text();
      var standing = store.get(key);
      if (part.version().supersedes(standing)) {
        store.put(key, part.version());
        changed |= !part.version().saysTheSameAs(standing);
      }
    }
    return changed;
  }

  /// All that stands of a company.
  public StandingFacts of(String siren) {
    return read(store, siren);
  }

  /// Drops what is too old on a company's as-of day.
  public void drop(StandingFacts standing, LocalDate asOf) {
    standing.tooOld(asOf, retention).forEach(entry -> store.delete(entry.key().text()));
  }

  /// All that stands of a company.
  public static StandingFacts read(ReadOnlyKeyValueStore<String, FactVersion> store, String siren) {
    var entries = new ArrayList<StandingFacts.Keyed>();
    try (var range = store.range(FactKey.from(siren), FactKey.to(siren))) {
      range.forEachRemaining(
          entry -> entries.add(new StandingFacts.Keyed(FactKey.of(entry.key), entry.value)));
    }
    return new StandingFacts(entries);
  }
}
