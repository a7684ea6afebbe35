package org.vigie.features;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.Topology;
import org.vigie.features.facts.Retention;
import org.vigie.features.state.CompanyLocks;
import org.vigie.features.stream.Pace;
import org.vigie.kit.streams.StreamRestarts;
import org.vigie.schemas.ScoreRecord;
import org.vigie.schemas.SourceRecord;
import org.vigie.schemas.TopicSerde;
import org.vigie.schemas.Topics;
import org.vigie.schemas.access.ReadingLog;

/// Puts the parts together.
@ApplicationScoped
class Service {

  @Produces
  @Singleton
  Retention retention(FeatureConfig config) {
    return new Retention(config.retentionMonths());
  }

  @Produces
  @Singleton
  CompanyLocks locks() {
    return new CompanyLocks();
  }

  @Produces
  @Singleton
  Topology topology(FeatureConfig config, Retention retention, CompanyLocks locks) {
    var registry = config.registryUrl().toString();
    return new FeatureTopology(
            TopicSerde.deserializer(Topics.SOURCE_EVENTS, registry),
            TopicSerde.serializer(Topics.COMPANY_FEATURES, registry),
            TopicSerde.serializer(Topics.REJECTIONS, registry),
            retention,
            Pace.USUAL,
            Topics.PARTITIONS,
            locks)
        .build();
  }

  /// For the export alone: the stream's is its own thread's.
  @Produces
  @Singleton
  Deserializer<SourceRecord> records(FeatureConfig config) {
    return TopicSerde.deserializer(Topics.SOURCE_EVENTS, config.registryUrl().toString());
  }

  @Produces
  @Singleton
  Deserializer<ScoreRecord> scores(FeatureConfig config) {
    return TopicSerde.deserializer(Topics.COMPANY_SCORES, config.registryUrl().toString());
  }

  /// Opened at start: a service that cannot trace its readings does not come up.
  @Produces
  @Singleton
  @Startup
  ReadingLog readings(FeatureConfig config, Clock clock) {
    return ReadingLog.open(config.dataDir().resolve("readings.log"), clock);
  }

  void close(@Disposes ReadingLog readings) throws IOException {
    readings.close();
  }

  @Produces
  @Singleton
  StreamRestarts restarts() {
    return StreamRestarts.orEnd();
  }
}
