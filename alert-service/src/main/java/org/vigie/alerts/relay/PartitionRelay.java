package org.vigie.alerts.relay;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.vigie.alerts.record.OutboxRow;
import org.vigie.alerts.record.OutboxTable;
import org.vigie.alerts.record.Outgoing.BarrierMark;
import org.vigie.alerts.record.Outgoing.Message;
import org.vigie.schemas.Topics;

/// Carries the messages of one input partition to Kafka, in order, on its own virtual thread.
///
/// The position travels in the producer's transaction. Whatever fails, the relay opens a new
/// producer, asks Kafka how far the messages have left, and goes on from there.
final class PartitionRelay implements Runnable {

  private static final Logger LOG = Logger.getLogger(PartitionRelay.class);

  // At most so many input records in one transaction: it stays open for some milliseconds.
  private static final int INPUTS_MAX = 100;

  // A wake-up follows every commit of this instance; the fallback finds what another one left.
  private static final Duration FALLBACK = Duration.ofSeconds(5);
  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);
  private static final Duration CLOSE_MAX = Duration.ofSeconds(5);

  private final int partition;
  private final OutboxTable outbox;
  private final RelayClients clients;
  private final Semaphore work = new Semaphore(1);
  private volatile boolean closing;
  private @Nullable Producer<String, byte[]> producer;

  // Input offset up to which this producer or one before it has sent. What the outbox has forgotten
  // may come back with a database that crashed: it is forgotten again, never sent again.
  private long sent;

  PartitionRelay(int partition, OutboxTable outbox, RelayClients clients) {
    this.partition = partition;
    this.outbox = outbox;
    this.clients = clients;
  }

  @Override
  public void run() {
    try {
      while (!closing) {
        try {
          if (!relayNext()) {
            await(FALLBACK);
          }
        } catch (RuntimeException e) {
          LOG.errorf(e, "relaying partition %d failed; starting afresh", partition);
          closeProducer();
          Thread.sleep(PAUSE_AFTER_FAILURE);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      closeProducer();
    }
  }

  /// Tells that there may be something to relay.
  void wake() {
    work.release();
  }

  /// Ends after the transaction in hand.
  void close() {
    closing = true;
    wake();
  }

  /// Relays the next rows of the outbox; false when there are none.
  boolean relayNext() {
    var rows = outbox.next(partition, INPUTS_MAX);
    if (rows.isEmpty()) {
      return false;
    }
    if (rows.stream().anyMatch(row -> row.content() instanceof Message)) {
      if (producer == null) {
        open();
        return true;
      }
      if (rows.getFirst().offset() < sent) {
        outbox.finish(partition, sent);
        return true;
      }
      send(producer, rows);
      sent = next(rows);
    }
    outbox.finish(partition, next(rows));
    return true;
  }

  // What Kafka says has left, left: a crash between the two commits is mended here.
  private void open() {
    var opened = clients.producer(partition);
    producer = opened;
    opened.initTransactions();
    sent = Math.max(sent, clients.relayed(partition));
    outbox.finish(partition, sent);
  }

  private void send(Producer<String, byte[]> opened, List<OutboxRow> rows) {
    opened.beginTransaction();
    for (var row : rows) {
      switch (row.content()) {
        case Message message -> opened.send(record(message));
        case BarrierMark _ -> {}
      }
    }
    opened.sendOffsetsToTransaction(
        Map.of(
            new TopicPartition(Topics.COMPANY_SCORES.name(), partition),
            new OffsetAndMetadata(next(rows))),
        new ConsumerGroupMetadata(RelayClients.GROUP));
    opened.commitTransaction();
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

  private void await(Duration max) throws InterruptedException {
    if (work.tryAcquire(max.toMillis(), TimeUnit.MILLISECONDS)) {
      work.drainPermits();
    }
  }

  private void closeProducer() {
    var opened = producer;
    producer = null;
    if (opened != null) {
      opened.close(CLOSE_MAX);
    }
  }
}
