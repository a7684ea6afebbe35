package org.vigie.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.vigie.schemas.Topics;

/// The limit: the same bytes through bare clients, nothing computed.
final class RawKafka {

  private static final Duration POLL = Duration.ofMillis(200);
  private static final double NANOS = 1e9;
  private static final int TIMES = 5;

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

  /// Makes the topics of the rounds. Well before they are written to: a broker that does not lead a
  /// partition yet answers the first batch of a producer with an error, takes the second, and then
  /// never takes the first.
  void prepare(int rounds) throws ExecutionException, InterruptedException {
    try (var admin = Admin.create(access)) {
      admin
          .createTopics(
              IntStream.range(0, rounds)
                  .mapToObj(round -> new NewTopic(topic(round), Topics.PARTITIONS, (short) 1))
                  .toList())
          .all()
          .get();
    }
  }

  /// Writes the records to the topic of a round, waits for every acknowledgement, and reads them;
  /// all of it several times over, or the first fetches would be most of what is measured.
  Rate measure(List<Raw> records, int round) throws IOException {
    return new Rate(produce(records, topic(round)), consume(topic(round)));
  }

  private static String topic(int round) {
    return "bench-raw-" + round;
  }

  private double produce(List<Raw> records, String topic) throws IOException {
    var settings = new HashMap<>(access);
    settings.put("acks", "all");
    settings.put("compression.type", "lz4");
    settings.put("linger.ms", 5);
    var failure = new AtomicReference<@Nullable Exception>();
    try (var producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.partitionsFor(topic);
      long begun = System.nanoTime();
      for (int time = 0; time < TIMES; time++) {
        for (Raw record : records) {
          producer.send(
              new ProducerRecord<>(topic, record.partition(), record.key(), record.value()),
              (_, e) -> failure.compareAndSet(null, e));
        }
      }
      producer.flush();
      long nanos = System.nanoTime() - begun;
      if (failure.get() != null) {
        throw new IOException("raw Kafka did not take a record on " + topic, failure.get());
      }
      return TIMES * records.size() / (nanos / NANOS);
    }
  }

  private double consume(String topic) {
    try (var consumer = consumer()) {
      List<TopicPartition> partitions = partitions(topic);
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      long begun = System.nanoTime();
      long read = 0;
      while (behind(consumer, ends)) {
        read += consumer.poll(POLL).count();
      }
      return read / ((System.nanoTime() - begun) / NANOS);
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
