package org.vigie.features.state;

import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.vigie.features.facts.FactVersion;
import org.vigie.features.state.records.CompanyStanding;
import org.vigie.features.state.records.PartitionClock;
import org.vigie.schemas.AvroBinary;

/// The stores of a partition, each on disk with its changelog. None is cached: nothing may stand
/// between a record and its vector.
public final class StateStores {

  /// Standing version of each fact, by [org.vigie.features.facts.FactKey#text].
  public static final String FACTS = "facts";

  /// [CompanyStanding] by SIREN.
  public static final String COMPANIES = "companies";

  /// The partition's [PartitionClock], under [#CLOCK_KEY].
  public static final String CLOCK = "clock";

  public static final String CLOCK_KEY = "clock";

  /// The companies that are due, by day: see [DueDays].
  public static final String DUE_DAYS = "due-days";

  public static List<StoreBuilder<?>> all() {
    return List.of(facts(), companies(), clock(), dueDays());
  }

  private static StoreBuilder<KeyValueStore<String, FactVersion>> facts() {
    return Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore(FACTS), Serdes.String(), FactVersionCodec.serde())
        .withCachingDisabled();
  }

  private static StoreBuilder<KeyValueStore<String, CompanyStanding>> companies() {
    return Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore(COMPANIES),
            Serdes.String(),
            AvroBinary.serde(CompanyStanding.class))
        .withCachingDisabled();
  }

  private static StoreBuilder<KeyValueStore<String, PartitionClock>> clock() {
    return Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore(CLOCK),
            Serdes.String(),
            AvroBinary.serde(PartitionClock.class))
        .withCachingDisabled();
  }

  private static StoreBuilder<KeyValueStore<String, String>> dueDays() {
    return Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore(DUE_DAYS), Serdes.String(), Serdes.String())
        .withCachingDisabled();
  }

  private StateStores() {}
}
