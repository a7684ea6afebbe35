package org.vigie.ingestion.publish;

import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;
import org.vigie.schemas.DeliveryPosition;

/// The way to the broker.
public interface LogConnection {

  /// A new producer for transactions of its own; it fences every other one of the same id.
  Producer<String, SpecificRecord> producer(String transactionalId);

  /// A new consumer of delivery positions that reads what is committed.
  Consumer<String, DeliveryPosition> positions();

  /// Where the partitions of delivery positions end, with what is not, or not yet, committed.
  Map<TopicPartition, Long> positionEnds();
}
