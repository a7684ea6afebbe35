package org.vigie.alerts.relay;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.vigie.alerts.record.OutboxQueue;
import org.vigie.alerts.record.OutboxRow;
import org.vigie.alerts.record.Outgoing.BarrierMark;
import org.vigie.alerts.record.Outgoing.Message;
import org.vigie.alerts.relay.Step.Idle;
import org.vigie.alerts.relay.Step.Moved;
import org.vigie.alerts.relay.Step.Opened;
import org.vigie.alerts.relay.Step.Refused;
import org.vigie.schemas.Topics;

/// Carries the messages of one lane to Kafka, in order and once. For one thread at a time.
///
/// The position travels in the producer's transaction. After a failure whoever runs it closes the
/// producer: the next one asks Kafka how far the messages have left, and goes on from there.
final class LaneRelay {

  // At most so many input records in one transaction: it stays open for some milliseconds.
  private static final int INPUTS_MAX = 100;

  private static final Duration CLOSE_MAX = Duration.ofSeconds(5);

  /// Looks at rows that are about to be sent.
  interface Screen {

    /// Whether some of them were taken out of the lane, which is to be read again.
    boolean takesOut(List<OutboxRow> rows);
  }

  private final Lane lane;
  private final OutboxQueue queue;
  private final RelayClients clients;
  private final Screen screen;
  private final Set<String> open = new HashSet<>();
  private @Nullable Producer<String, byte[]> producer;

  // Input offset up to which this producer or one before it has sent. What the queue has forgotten
  // may come back with a database that crashed: it is forgotten again, never sent again.
  private long sent;

  LaneRelay(Lane lane, OutboxQueue queue, RelayClients clients, Screen screen) {
    this.lane = lane;
    this.queue = queue;
    this.clients = clients;
    this.screen = screen;
  }

  /// Relays the next rows.
  Step relayNext() {
    var rows = queue.next(INPUTS_MAX);
    if (rows.isEmpty()) {
      return new Idle();
    }
    if (topics(rows).isEmpty()) {
      queue.finish(next(rows));
      return new Moved();
    }
    if (producer == null) {
      open();
      return new Opened();
    }
    return relay(producer, rows);
  }

  private Step relay(Producer<String, byte[]> opened, List<OutboxRow> rows) {
    if (rows.getFirst().offset() < sent) {
      queue.finish(sent);
      return new Moved();
    }
    // Only now: what has left already is forgotten, not set aside to leave again.
    if (screen.takesOut(rows)) {
      return new Moved();
    }
    var faults = faults(opened, partitionsMin(rows));
    return faults.isEmpty() ? send(opened, rows) : new Refused(faults);
  }

  // What Kafka says has left, left: a crash between the two commits is mended here.
  private void open() {
    var opened = clients.producer(lane.transactionalId());
    producer = opened;
    opened.initTransactions();
    sent = Math.max(sent, clients.relayed(lane.group(), lane.partition()));
    queue.finish(sent);
  }

  // Asked once per producer: a topic that goes away later fails its transaction.
  private Map<String, String> faults(
      Producer<String, byte[]> opened, Map<String, Integer> partitionsMin) {
    Map<String, String> faults = new HashMap<>();
    partitionsMin.forEach(
        (topic, needed) -> {
          if (!open.contains(topic)) {
            TopicFault.of(opened, topic, needed)
                .ifPresentOrElse(fault -> faults.put(topic, fault), () -> open.add(topic));
          }
        });
    return faults;
  }

  private Step send(Producer<String, byte[]> opened, List<OutboxRow> rows) {
    Map<String, String> faults = new ConcurrentHashMap<>();
    try {
      opened.beginTransaction();
      for (var row : rows) {
        switch (row.content()) {
          case Message message -> send(opened, message, faults);
          case BarrierMark _ -> {}
        }
      }
      opened.sendOffsetsToTransaction(
          Map.of(
              new TopicPartition(Topics.COMPANY_SCORES.name(), lane.partition()),
              new OffsetAndMetadata(next(rows))),
          new ConsumerGroupMetadata(lane.group()));
      opened.commitTransaction();
    } catch (KafkaException e) {
      if (faults.isEmpty()) {
        throw e;
      }
      // Aborted as a whole: nothing has left.
      close();
      return new Refused(faults);
    }
    sent = next(rows);
    queue.finish(sent);
    return new Moved();
  }

  private static void send(
      Producer<String, byte[]> opened, Message message, Map<String, String> faults) {
    opened.send(
        record(message),
        (_, failure) -> {
          if (failure != null) {
            TopicFault.of(failure).ifPresent(fault -> faults.put(message.topic(), fault));
          }
        });
  }

  /// Closes the producer; the next step opens another.
  void close() {
    var opened = producer;
    producer = null;
    open.clear();
    if (opened != null) {
      opened.close(CLOSE_MAX);
    }
  }

  static Set<String> topics(List<OutboxRow> rows) {
    return messages(rows).map(Message::topic).collect(Collectors.toCollection(HashSet::new));
  }

  // A message that states its partition is of a topic keyed by company, which has all of them: one
  // that has fewer would get the alerts of some companies and never those of the others.
  private static Map<String, Integer> partitionsMin(List<OutboxRow> rows) {
    return messages(rows)
        .collect(
            Collectors.toMap(
                Message::topic,
                message -> message.partition() == null ? 1 : Topics.PARTITIONS,
                Math::max));
  }

  private static Stream<Message> messages(List<OutboxRow> rows) {
    return rows.stream()
        .map(OutboxRow::content)
        .filter(Message.class::isInstance)
        .map(Message.class::cast);
  }

  private static long next(List<OutboxRow> rows) {
    return rows.getLast().offset() + 1;
  }

  private static ProducerRecord<String, byte[]> record(Message message) {
    var record =
        new ProducerRecord<>(message.topic(), message.partition(), message.key(), message.value());
    message
        .headers()
        .forEach(
            (name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    return record;
  }
}
