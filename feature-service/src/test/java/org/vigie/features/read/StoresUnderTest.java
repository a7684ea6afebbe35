package org.vigie.features.read;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.vigie.features.TopologyUnderTest;
import org.vigie.features.state.CompanyLocks;
import org.vigie.schemas.ScoreRecord;

/// The stores of the real topology, on one partition and without a broker.
@Alternative
@Priority(1)
@ApplicationScoped
class StoresUnderTest implements Stores {

  private final TopologyUnderTest topology;

  StoresUnderTest(@ConfigProperty(name = "vigie.data-dir") Path directory) {
    this.topology = new TopologyUnderTest(directory.resolve("test-streams"));
  }

  TopologyUnderTest topology() {
    return topology;
  }

  /// Scores with an empty header instead of a registry's id before them.
  @Produces
  @Alternative
  @Priority(1)
  @Singleton
  static Deserializer<ScoreRecord> scores() {
    return TopologyUnderTest.behindHeader(ScoreRecord.class);
  }

  /// Those of the topology that runs here.
  @Produces
  @Alternative
  @Priority(1)
  @Singleton
  CompanyLocks locks() {
    return topology.locks();
  }

  @Override
  public <V> ReadOnlyKeyValueStore<String, V> ofPartition(String name, int partition) {
    return topology.store(name);
  }

  @Override
  public <V> ReadOnlyKeyValueStore<String, V> global(String name) {
    return topology.store(name);
  }

  @PreDestroy
  void close() {
    topology.close();
  }
}
