package org.vigie.benchmarks;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.vigie.schemas.Topics;

/// An administration's system that reads its own topic, and notes when each company's alert came.
final class AlertWatch implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(50);

  private final Map<String, Long> arrivedNanos = new ConcurrentHashMap<>();
  private final Map<String, Object> access;
  private final String topic;
  private final Thread watcher;
  private volatile boolean ended;

  AlertWatch(Map<String, Object> access, String administration) {
    this.access = access;
    this.topic = Topics.alerts(administration).name();
    this.watcher = Thread.ofPlatform().name("alert-watch").start(this::watch);
  }

  /// Reads what stands on the topic by now and ends.
  ///
  /// @return when each alert came, by SIREN, on the clock of [System#nanoTime]
  Map<String, Long> finish() throws InterruptedException {
    close();
    return arrivedNanos;
  }

  @Override
  public void close() throws InterruptedException {
    ended = true;
    watcher.join();
  }

  private void watch() {
    var settings = new HashMap<>(access);
    settings.put("isolation.level", "read_committed");
    settings.put("enable.auto.commit", false);
    settings.put("fetch.max.wait.ms", 10);
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          IntStream.range(0, Topics.PARTITIONS)
              .mapToObj(partition -> new TopicPartition(topic, partition))
              .toList();
      consumer.assign(partitions);
      consumer.seekToEnd(partitions);
      while (!ended) {
        read(consumer);
      }
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        read(consumer);
      }
    }
  }

  private void read(KafkaConsumer<String, byte[]> consumer) {
    for (var record : consumer.poll(POLL)) {
      arrivedNanos.putIfAbsent(record.key().substring(0, 9), System.nanoTime());
    }
  }
}
