package org.vigie.scoring;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.apache.kafka.streams.Topology;
import org.vigie.kit.streams.StreamRestarts;
import org.vigie.schemas.TopicSerde;
import org.vigie.schemas.Topics;
import org.vigie.scoring.bundle.ModelShelf;

/// Gives the stages what they need from the installation.
final class Wiring {

  @Produces
  @Singleton
  ModelShelf shelf(ScoringConfig config) {
    return new ModelShelf(config.modelsDir());
  }

  @Produces
  @Singleton
  Topology topology(ScoringConfig config, ModelShelf shelf) {
    String registry = config.registryUrl().toString();
    return ScoringTopology.of(
        TopicSerde.deserializer(Topics.COMPANY_FEATURES, registry),
        TopicSerde.serializer(Topics.COMPANY_SCORES, registry),
        TopicSerde.serializer(Topics.REJECTIONS, registry),
        shelf);
  }

  @Produces
  @Singleton
  StreamRestarts restarts() {
    return StreamRestarts.orEnd();
  }
}
