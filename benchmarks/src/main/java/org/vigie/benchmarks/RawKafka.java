package org.vigie.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.vigie.schemas.Topics;

/// The limit: the same bytes through bare clients, nothing computed.
final class RawKafka {

  private static final Duration POLL = Duration.ofMillis(200);
  private static final double NANOS = 1e9;

  private final Map<String, Object> access;

  RawKafka(Map<String, Object> access) {
    this.access = access;
  }

  /// A record as it stands on a partition.
  record Raw(int partition, byte[] key, byte[] value) {}

  /// Records per second in each direction.
  record Rate(double produced, double consumed) {}

  /// All records that stand on a topic.
  List<Raw> read(String topic) {
    try (var consumer = consumer()) {
      List<TopicPartition> partitions = partitions(topic);
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      var records = new ArrayList<Raw>();
      while (behind(consumer, ends)) {
        consumer
            .poll(POLL)
            .forEach(
                record -> records.add(new Raw(record.partition(), record.key(), record.value())));
      }
      return records;
    }
  }

  /// Writes the records to a topic of their own, waits for every acknowledgement, and reads them.
  ///
  /// @param round names the topic: each round has its own
  Rate measure(List<Raw> records, int round) throws ExecutionException, InterruptedException {
    String topic = "bench-raw-" + round;
    try (var admin = Admin.create(access)) {
      admin.createTopics(Set.of(new NewTopic(topic, Topics.PARTITIONS, (short) 1))).all().get();
    }
    return new Rate(produce(records, topic), consume(records.size(), topic));
  }

  private double produce(List<Raw> records, String topic) {
    var settings = new HashMap<>(access);
    settings.put("acks", "all");
    settings.put("compression.type", "lz4");
    settings.put("linger.ms", 5);
    try (var producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.partitionsFor(topic);
      long begun = System.nanoTime();
      for (Raw record : records) {
        producer.send(
            new ProducerRecord<>(topic, record.partition(), record.key(), record.value()));
      }
      producer.flush();
      return records.size() / ((System.nanoTime() - begun) / NANOS);
    }
  }

  private double consume(int count, String topic) {
    try (var consumer = consumer()) {
      List<TopicPartition> partitions = partitions(topic);
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      long begun = System.nanoTime();
      int read = 0;
      while (read < count) {
        read += consumer.poll(POLL).count();
      }
      return count / ((System.nanoTime() - begun) / NANOS);
    }
  }

  private KafkaConsumer<byte[], byte[]> consumer() {
    var settings = new HashMap<>(access);
    settings.put("isolation.level", "read_committed");
    settings.put("enable.auto.commit", false);
    return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  private static List<TopicPartition> partitions(String topic) {
    return IntStream.range(0, Topics.PARTITIONS)
        .mapToObj(partition -> new TopicPartition(topic, partition))
        .toList();
  }

  private static boolean behind(
      KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey()) < end.getValue());
  }
}
