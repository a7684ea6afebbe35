package org.vigie.kit.kafka;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// Opens consumers and producers of one broker, whose keys are texts.
///
/// @param broker how to reach the broker, in Kafka's own settings
public record LogClients(Map<String, Object> broker) {

  public LogClients {
    broker = Map.copyOf(broker);
  }

  /// A consumer that sees committed records alone, commits no position, and begins a partition of
  /// which it is told no position at its beginning. It is of no group, unless its own settings name
  /// one: Quarkus names one after the service.
  ///
  /// @param own settings of this one, which go before all others
  public <V> Consumer<String, V> consumer(Deserializer<V> values, Map<String, Object> own) {
    return new KafkaConsumer<>(consuming(own), new StringDeserializer(), values);
  }

  /// A producer of transactions. Who opens another with its id ends what this one has not
  /// committed.
  ///
  /// @param own settings of this one, which go before all others
  public <V> Producer<String, V> producer(
      String transactionalId, Serializer<V> values, Map<String, Object> own) {
    return new KafkaProducer<>(producing(transactionalId, own), new StringSerializer(), values);
  }

  Map<String, Object> consuming(Map<String, Object> own) {
    var settings = new HashMap<>(broker);
    settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.putAll(own);
    return settings;
  }

  Map<String, Object> producing(String transactionalId, Map<String, Object> own) {
    var settings = new HashMap<>(broker);
    settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId);
    settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    settings.putAll(own);
    return settings;
  }
}
