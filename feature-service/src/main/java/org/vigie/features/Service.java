package org.vigie.features;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jboss.logging.Logger;
import org.vigie.features.facts.Retention;
import org.vigie.schemas.TopicSerde;
import org.vigie.schemas.Topics;

/// Puts the parts together.
@ApplicationScoped
class Service {

  private static final Logger LOG = Logger.getLogger(Service.class);

  @Produces
  @Singleton
  Retention retention(FeatureConfig config) {
    return new Retention(config.retentionMonths());
  }

  @Produces
  @Singleton
  Topology topology(FeatureConfig config, Retention retention) {
    var registry = config.registryUrl().toString();
    return new FeatureTopology(
            TopicSerde.deserializer(Topics.SOURCE_EVENTS, registry),
            TopicSerde.serializer(Topics.COMPANY_FEATURES, registry),
            TopicSerde.serializer(Topics.REJECTIONS, registry),
            retention)
        .build();
  }

  /// A broker or registry that went away comes back: the work starts again from the last commit.
  @Produces
  @Singleton
  StreamsUncaughtExceptionHandler startAgain() {
    return failure -> {
      LOG.error("the stream failed and starts again from its last commit", failure);
      return StreamThreadExceptionResponse.REPLACE_THREAD;
    };
  }
}
