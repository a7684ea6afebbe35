package org.vigie.ingestion.publish;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serializer;
import org.vigie.kit.kafka.LogClients;
import org.vigie.schemas.DeliveryPosition;
import org.vigie.schemas.Topic;
import org.vigie.schemas.TopicSerde;
import org.vigie.schemas.Topics;

/// The way to the broker that the configuration names.
@ApplicationScoped
class KafkaConnection implements LogConnection {

  // A transaction is some 100 ms of work. When its service dies, the broker gives it up after this,
  // and readers go on.
  private static final int TRANSACTION_TIMEOUT_MILLIS = 15_000;

  // A broker that answers nothing for twice as long as it lets a transaction live is away. Who
  // waits is told so, and it is tried again.
  private static final int BLOCK_MILLIS_MAX = 2 * TRANSACTION_TIMEOUT_MILLIS;

  // Enough for the records of one chunk to a partition to travel together.
  private static final int BATCH_BYTES = 128 << 10;

  private static final Map<String, Object> UNCOMMITTED_TOO =
      Map.of(ConsumerConfig.ISOLATION_LEVEL_CONFIG, IsolationLevel.READ_UNCOMMITTED.toString());

  private final LogClients clients;
  private final String registryUrl;
  private final ByTopic serializer;

  KafkaConnection(
      @Identifier("default-kafka-broker") Map<String, Object> broker, RegistryConfig config) {
    this.clients = new LogClients(broker);
    this.registryUrl = config.registryUrl();
    this.serializer = new ByTopic(registryUrl);
  }

  @Override
  public Producer<String, SpecificRecord> producer(String transactionalId) {
    return clients.producer(
        transactionalId,
        serializer,
        Map.of(
            ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_TIMEOUT_MILLIS,
            ProducerConfig.MAX_BLOCK_MS_CONFIG, BLOCK_MILLIS_MAX,
            ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES));
  }

  @Override
  public Consumer<String, DeliveryPosition> positions() {
    return positions(Map.of());
  }

  @Override
  public Map<TopicPartition, Long> positionEnds() {
    var topic = Topics.DELIVERY_POSITIONS.name();
    try (var consumer = positions(UNCOMMITTED_TOO)) {
      return consumer.endOffsets(
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList());
    }
  }

  private Consumer<String, DeliveryPosition> positions(Map<String, Object> own) {
    return clients.consumer(TopicSerde.deserializer(Topics.DELIVERY_POSITIONS, registryUrl), own);
  }

  /// One serializer for each topic: the registry's client knows one subject per instance. Shared by
  /// all producers, so that the registry is asked once in the life of the service.
  private static final class ByTopic implements Serializer<SpecificRecord> {

    private final Map<String, Serializer<SpecificRecord>> serializers;

    ByTopic(String registryUrl) {
      serializers =
          Stream.of(Topics.SOURCE_EVENTS, Topics.DELIVERY_POSITIONS, Topics.REJECTIONS)
              .collect(Collectors.toMap(Topic::name, topic -> serializer(topic, registryUrl)));
    }

    @SuppressWarnings("unchecked")
    private static Serializer<SpecificRecord> serializer(Topic<?> topic, String registryUrl) {
      return (Serializer<SpecificRecord>) TopicSerde.serializer(topic, registryUrl);
    }

    @Override
    public synchronized byte[] serialize(String topic, SpecificRecord value) {
      var serializer = serializers.get(topic);
      if (serializer == null) {
        throw new IllegalArgumentException("ingestion writes nothing to " + topic);
      }
      try {
        return serializer.serialize(topic, value);
      } catch (RuntimeException e) {
        throw isOfTheValue(e)
            ? new SerializationException("not a record of " + topic, e)
            : new RegistryAwayException(topic, e);
      }
    }

    // All else that a serializer does is to ask for its schema.
    private static boolean isOfTheValue(RuntimeException e) {
      return e instanceof AvroRuntimeException
          || e instanceof NullPointerException
          || e instanceof ClassCastException;
    }
  }
}
