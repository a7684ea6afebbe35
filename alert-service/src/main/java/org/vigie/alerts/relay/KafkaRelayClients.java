package org.vigie.alerts.relay;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.vigie.schemas.Topics;

/// The relays' clients on a real broker.
public final class KafkaRelayClients implements RelayClients {

  // A relay holds some hundred alerts of a few KiB, and there is one per partition in a small heap.
  private static final int BUFFER_BYTES = 4 * 1024 * 1024;

  // Longer than a transaction of a few milliseconds ever needs, shorter than a reader waits gladly.
  private static final int TRANSACTION_TIMEOUT_MILLIS = 5_000;

  // A broker's election is over by then; the relay starts afresh when it is not.
  private static final int BLOCKED_MILLIS_MAX = 15_000;
  private static final int REQUEST_TIMEOUT_MILLIS = 10_000;

  private final Map<String, Object> kafka;

  /// @param kafka how to reach the broker
  public KafkaRelayClients(Map<String, Object> kafka) {
    this.kafka = Map.copyOf(kafka);
  }

  @Override
  public Producer<String, byte[]> producer(String transactionalId) {
    Map<String, Object> config = new HashMap<>(kafka);
    config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId);
    config.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_TIMEOUT_MILLIS);
    config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, BLOCKED_MILLIS_MAX);
    config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_TIMEOUT_MILLIS);
    config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, BLOCKED_MILLIS_MAX);
    config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    config.put(ProducerConfig.BUFFER_MEMORY_CONFIG, BUFFER_BYTES);
    return new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
  }

  @Override
  public long relayed(String group, int partition) {
    Map<String, Object> config = new HashMap<>(kafka);
    config.put(ConsumerConfig.GROUP_ID_CONFIG, group);
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    var input = new TopicPartition(Topics.COMPANY_SCORES.name(), partition);
    try (var consumer =
        new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
      var committed = consumer.committed(Set.of(input)).get(input);
      return committed == null ? 0 : committed.offset();
    }
  }
}
