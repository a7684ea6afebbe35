package org.vigie.features;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
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

  @Produces
  @Singleton
  StreamRestarts restarts() {
    return StreamRestarts.orEnd();
  }
}
