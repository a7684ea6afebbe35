package org.vigie.features.read;

import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/// The stores of the running stream, all of which are in this process.
@ApplicationScoped
class RunningStores implements Stores {

  private final KafkaStreams streams;

  RunningStores(KafkaStreams streams) {
    this.streams = streams;
  }

  @Override
  public <V> ReadOnlyKeyValueStore<String, V> ofPartition(String name, int partition) {
    return streams.store(RunningStores.<V>query(name).withPartition(partition));
  }

  @Override
  public <V> ReadOnlyKeyValueStore<String, V> global(String name) {
    return streams.store(RunningStores.<V>query(name));
  }

  private static <V> StoreQueryParameters<ReadOnlyKeyValueStore<String, V>> query(String name) {
    return StoreQueryParameters.fromNameAndType(
        name, QueryableStoreTypes.<String, V>keyValueStore());
  }
}
