package org.vigie.devkit.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.schemas.Topics;

/// The broker denies what no right allows: tried as each principal, on the real broker.
@Tag("journey")
@ExtendWith(RunningPlatform.Shared.class)
class BrokerAccessJourneyTest {

  @ParameterizedTest
  @ValueSource(strings = {"dgefp", "bdf", "dreets-bfc"})
  void anAdministrationDoesNotReadTheAlertsOfAnother(String other, RunningPlatform platform) {
    assertThatThrownBy(
            () ->
                platform.read(
                    Topics.alerts("urssaf").name(),
                    platform.platform().kafka().principal(other),
                    new ByteArrayDeserializer()))
        .isInstanceOf(AuthorizationException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"source-events", "company-features", "company-scores", "rejections"})
  void anAdministrationReadsNoTopicButItsOwn(String topic, RunningPlatform platform) {
    assertThatThrownBy(
            () ->
                platform.read(
                    topic,
                    platform.platform().kafka().principal("urssaf"),
                    new ByteArrayDeserializer()))
        .isInstanceOf(AuthorizationException.class);
  }

  @Test
  void anAdministrationReadsItsOwnAlerts(RunningPlatform platform) {
    var own = platform.platform().kafka().principal("bdf");
    assertThat(platform.read(Topics.alerts("bdf"), own)).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"feature-service", "scoring-service", "alert-service", "urssaf"})
  void nobodyButIngestionWritesTheLog(String principal, RunningPlatform platform) {
    var settings = new HashMap<>(platform.platform().kafka().principal(principal));
    settings.put("enable.idempotence", false);
    try (var producer =
        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
      assertThatThrownBy(
              () ->
                  producer
                      .send(new ProducerRecord<>(Topics.SOURCE_EVENTS.name(), "forged", "forged"))
                      .get())
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(TopicAuthorizationException.class);
    }
  }
}
