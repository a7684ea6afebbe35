package org.vigie.devkit.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.vigie.devkit.installation.Slot;
import org.vigie.schemas.Rejection;
import org.vigie.schemas.TopicSerde;
import org.vigie.schemas.Topics;

/// What stands on a topic is Confluent's wire format, and comes back as it went.
@Tag("journey")
@ExtendWith(RunningPlatform.Shared.class)
class WireFormatJourneyTest {

  // The principal that may write rejections, and read them.
  private static final String WRITER = "ingestion-service";

  private static final Rejection REJECTION =
      new Rejection(
          "wire-format-journey",
          "urssaf",
          "cotisation",
          "sigfaible_cotisdues.csv",
          2L,
          80L,
          24L,
          "periode",
          "2026",
          "a period has 4 or 6 characters whose last two are a quarter and a month",
          ByteBuffer.wrap("671;14;é".getBytes(StandardCharsets.UTF_8)));

  @Test
  void aRecordComesBackAsItWasWritten(RunningPlatform platform) throws Exception {
    write(platform);
    var own = platform.platform().kafka().principal(WRITER);
    assertThat(platform.read(Topics.REJECTIONS, own))
        .filteredOn(record -> record.key().equals(REJECTION.getDelivery()))
        .last()
        .satisfies(record -> assertThat(record.value()).isEqualTo(REJECTION));
  }

  @Test
  void aValueStartsWithAZeroByteAndTheIdOfItsSchema(RunningPlatform platform) throws Exception {
    write(platform);
    var own = platform.platform().kafka().principal(WRITER);
    assertThat(platform.read(Topics.REJECTIONS.name(), own, new ByteArrayDeserializer()))
        .filteredOn(record -> record.key().equals(REJECTION.getDelivery()))
        .last()
        .satisfies(
            record -> {
              var bytes = ByteBuffer.wrap(record.value());
              assertThat(bytes.get()).isZero();
              assertThat(bytes.getInt()).isPositive();
            });
  }

  @Test
  void confluentsPythonClientReadsWhatJavaWroteAndJavaWhatItWrote(RunningPlatform platform)
      throws Exception {
    Python python = Python.orSkip();
    write(platform);
    var fromPython = UUID.randomUUID().toString();
    python.test(
        Path.of("src/test/python/test_wire_format.py"),
        Map.of(
            "KAFKA_BOOTSTRAP",
            platform.installation().bootstrapServers(),
            "KAFKA_USER",
            WRITER,
            "KAFKA_PASSWORD",
            platform.platform().secrets().get("kafka." + WRITER),
            "REGISTRY_URL",
            platform.installation().url(Slot.REGISTRY) + "/apis/ccompat/v7",
            "PARTITIONS",
            "" + Topics.PARTITIONS,
            "JAVA_DELIVERY",
            REJECTION.getDelivery(),
            "PYTHON_DELIVERY",
            fromPython));

    var own = platform.platform().kafka().principal(WRITER);
    var expected = Rejection.newBuilder(REJECTION).setDelivery(fromPython).build();
    assertThat(platform.read(Topics.REJECTIONS, own))
        .filteredOn(record -> record.key().equals(fromPython))
        .singleElement()
        .satisfies(record -> assertThat(record.value()).isEqualTo(expected));
  }

  private static void write(RunningPlatform platform) throws Exception {
    var settings = new HashMap<>(platform.platform().kafka().principal(WRITER));
    try (var producer =
        new KafkaProducer<>(
            settings,
            new StringSerializer(),
            TopicSerde.serializer(Topics.REJECTIONS, platform.installation().registryUrl()))) {
      producer
          .send(new ProducerRecord<>(Topics.REJECTIONS.name(), REJECTION.getDelivery(), REJECTION))
          .get();
    }
  }
}
