package org.vigie.alerts.relay;

import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.vigie.kit.kafka.LogClients;
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

  private static final Map<String, Object> SETTINGS =
      Map.of(
          ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_TIMEOUT_MILLIS,
          ProducerConfig.MAX_BLOCK_MS_CONFIG, BLOCKED_MILLIS_MAX,
          ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_TIMEOUT_MILLIS,
          ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, BLOCKED_MILLIS_MAX,
          ProducerConfig.LINGER_MS_CONFIG, 0,
          ProducerConfig.BUFFER_MEMORY_CONFIG, BUFFER_BYTES);

  private final LogClients clients;

  /// @param kafka how to reach the broker
  public KafkaRelayClients(Map<String, Object> kafka) {
    this.clients = new LogClients(kafka);
  }

  @Override
  public Producer<String, byte[]> producer(String transactionalId) {
    return clients.producer(transactionalId, new ByteArraySerializer(), SETTINGS);
  }

  @Override
  public long relayed(String group, int partition) {
    var input = new TopicPartition(Topics.COMPANY_SCORES.name(), partition);
    try (var consumer =
        clients.consumer(
            new ByteArrayDeserializer(), Map.of(ConsumerConfig.GROUP_ID_CONFIG, group))) {
      var committed = consumer.committed(Set.of(input)).get(input);
      return committed == null ? 0 : committed.offset();
    }
  }
}
