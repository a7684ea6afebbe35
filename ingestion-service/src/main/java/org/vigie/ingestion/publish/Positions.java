package org.vigie.ingestion.publish;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.vigie.schemas.DeliveryPosition;

/// How far deliveries have been published, as the log itself tells: read only when something was
/// interrupted.
public final class Positions {

  private static final Duration POLL = Duration.ofMillis(200);

  // An open transaction of another writer holds readers back. It ends by itself, or the broker
  // gives it up: after its timeout of 15 s, at a look that it takes every 10 s. So long nothing
  // moves.
  private static final Duration WAIT_MAX = Duration.ofSeconds(60);

  /// The committed positions of some deliveries; one that has none has published nothing.
  ///
  /// Reads to the end of what was written before it was called: what is committed behind an open
  /// transaction of another writer is waited for. A position has the `ingestedAt` of its delivery
  /// as its timestamp: none that is asked for lies before the first one of `since`.
  ///
  /// @param since the earliest `ingestedAt` of those deliveries
  /// @throws TimeoutException when such a transaction stays open for too long
  public static Map<String, DeliveryPosition> of(
      Set<String> deliveries, Instant since, LogConnection log) {
    if (deliveries.isEmpty()) {
      return Map.of();
    }
    try (var consumer = log.positions()) {
      return new Reading(consumer, log.positionEnds()).of(deliveries, since);
    }
  }

  private record Reading(
      Consumer<String, DeliveryPosition> consumer, Map<TopicPartition, Long> ends) {

    Map<String, DeliveryPosition> of(Set<String> deliveries, Instant since) {
      consumer.assign(ends.keySet());
      seek(since);
      var found = new HashMap<String, DeliveryPosition>();
      long moved = System.nanoTime();
      while (isBefore()) {
        var records = consumer.poll(POLL);
        for (var position : records) {
          if (deliveries.contains(position.key())) {
            found.put(position.key(), position.value());
          }
        }
        if (!records.isEmpty()) {
          moved = System.nanoTime();
        } else if (System.nanoTime() - moved > WAIT_MAX.toNanos()) {
          throw new TimeoutException("delivery positions cannot be read to their end: " + ends);
        }
      }
      return found;
    }

    // Where nothing readable is as late, what becomes readable from here on is.
    private void seek(Instant since) {
      var readable = consumer.endOffsets(ends.keySet());
      var times =
          ends.keySet().stream().collect(Collectors.toMap(p -> p, _ -> since.toEpochMilli()));
      consumer
          .offsetsForTimes(times)
          .forEach(
              (partition, first) ->
                  consumer.seek(
                      partition,
                      first == null ? readable.getOrDefault(partition, 0L) : first.offset()));
    }

    private boolean isBefore() {
      return ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue());
    }
  }

  private Positions() {}
}
