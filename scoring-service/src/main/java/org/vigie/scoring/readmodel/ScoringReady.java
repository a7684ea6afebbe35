package org.vigie.scoring.readmodel;

import org.apache.kafka.streams.KafkaStreams;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/// Ready when the stream runs and the read model follows it.
@Readiness
class ScoringReady implements HealthCheck {

  private final KafkaStreams streams;
  private final ScoreFeed feed;

  ScoringReady(KafkaStreams streams, ScoreFeed feed) {
    this.streams = streams;
    this.feed = feed;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("scoring")
        .withData("stream", streams.state().name())
        .withData("readModel", feed.isFollowing() ? "following" : "not following")
        .status(streams.state() == KafkaStreams.State.RUNNING && feed.isFollowing())
        .build();
  }
}
