package org.vigie.ingestion.publish;

import java.time.Duration;
import java.time.Instant;
import java.util.function.IntFunction;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.vigie.schemas.DeliveryPosition;
import org.vigie.schemas.Partitions;
import org.vigie.schemas.Rejection;
import org.vigie.schemas.SourceRecord;
import org.vigie.schemas.Topics;

/// Writes to the log in transactions. For one thread; closing it gives an open transaction up.
public final class LogWriter implements AutoCloseable {

  // An orderly end waits no longer than this for a broker that does not answer.
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

  private final Producer<String, SpecificRecord> producer;
  private final int partitions;
  private boolean open;

  /// Takes over whatever its transactional id left unfinished: it is aborted before this returns.
  ///
  /// @throws KafkaException when the broker does not answer
  public LogWriter(Producer<String, SpecificRecord> producer) {
    this.producer = producer;
    try {
      producer.initTransactions();
      this.partitions = producer.partitionsFor(Topics.SOURCE_EVENTS.name()).size();
    } catch (KafkaException e) {
      producer.close(CLOSE_TIMEOUT);
      throw e;
    }
  }

  public void begin() {
    producer.beginTransaction();
    open = true;
  }

  /// Writes facts of a company to the partition of its SIREN.
  public void write(SourceRecord facts) {
    var siren = facts.getSiren();
    if (siren == null) {
      throw new IllegalArgumentException("a control record goes to every partition");
    }
    var key = siren + '/' + facts.getDelivery() + '/' + facts.getNumber();
    send(Topics.SOURCE_EVENTS.name(), Partitions.of(siren, partitions), key, facts);
  }

  /// Writes a control record to each partition.
  ///
  /// @param ofPartition the record of a partition, numbered by it
  public void writeControl(IntFunction<SourceRecord> ofPartition) {
    for (int partition = 0; partition < partitions; partition++) {
      var control = ofPartition.apply(partition);
      var key = "control/" + control.getDelivery() + '/' + partition;
      send(Topics.SOURCE_EVENTS.name(), partition, key, control);
    }
  }

  public void write(Rejection rejection) {
    producer.send(
        new ProducerRecord<>(Topics.REJECTIONS.name(), rejection.getDelivery(), rejection));
  }

  /// Writes a position under the instant by which [Positions] looks for it, so that no clock
  /// decides where a reading begins.
  ///
  /// @param ingestedAt of the delivery
  public void write(DeliveryPosition position, Instant ingestedAt) {
    producer.send(
        new ProducerRecord<>(
            Topics.DELIVERY_POSITIONS.name(),
            null,
            ingestedAt.toEpochMilli(),
            position.getDelivery(),
            position));
  }

  /// Makes all that was written since [#begin] stand, or throws and makes none of it stand.
  public void commit() {
    producer.commitTransaction();
    open = false;
  }

  private void send(String topic, int partition, String key, SpecificRecord value) {
    producer.send(new ProducerRecord<>(topic, partition, key, value));
  }

  @Override
  public void close() {
    try {
      if (open) {
        producer.abortTransaction();
      }
    } catch (KafkaException | IllegalStateException _) {
      // Fenced, a commit without an answer, or the broker is away: who takes the id over ends it.
    } finally {
      producer.close(CLOSE_TIMEOUT);
    }
  }
}
