package org.vigie.ingestion.publish;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.vigie.schemas.DeliveryPosition;
import org.vigie.schemas.Topics;

/// How far deliveries have been published, as the log itself tells: read only when something was
/// interrupted.
public final class Positions {

  private static final Duration POLL = Duration.ofMillis(200);

  // The clocks of two machines, or of one that was set, differ by less.
  private static final Duration CLOCKS_APART_MAX = Duration.ofDays(1);

  /// The committed positions of some deliveries; one that has none has published nothing.
  ///
  /// @param since an instant before the first of them was published
  public static Map<String, DeliveryPosition> of(
      Set<String> deliveries, Instant since, LogConnection log) {
    if (deliveries.isEmpty()) {
      return Map.of();
    }
    try (var consumer = log.positions()) {
      return read(consumer, deliveries, since.minus(CLOCKS_APART_MAX));
    }
  }

  private static Map<String, DeliveryPosition> read(
      Consumer<String, DeliveryPosition> consumer, Set<String> deliveries, Instant since) {
    var topic = Topics.DELIVERY_POSITIONS.name();
    var partitions =
        consumer.partitionsFor(topic).stream()
            .map(info -> new TopicPartition(topic, info.partition()))
            .toList();
    consumer.assign(partitions);
    var ends = consumer.endOffsets(partitions);
    seek(consumer, partitions, since);
    var found = new HashMap<String, DeliveryPosition>();
    while (isBefore(consumer, partitions, ends)) {
      for (var position : consumer.poll(POLL)) {
        if (deliveries.contains(position.key())) {
          found.put(position.key(), position.value());
        }
      }
    }
    return found;
  }

  private static void seek(
      Consumer<?, ?> consumer, List<TopicPartition> partitions, Instant since) {
    var times = partitions.stream().collect(Collectors.toMap(p -> p, _ -> since.toEpochMilli()));
    consumer
        .offsetsForTimes(times)
        .forEach(
            (partition, first) -> {
              if (first == null) {
                consumer.seekToEnd(Set.of(partition));
              } else {
                consumer.seek(partition, first.offset());
              }
            });
  }

  private static boolean isBefore(
      Consumer<?, ?> consumer, List<TopicPartition> partitions, Map<TopicPartition, Long> ends) {
    return partitions.stream()
        .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L));
  }

  private Positions() {}
}
