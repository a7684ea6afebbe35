package org.vigie.ingestion.publish;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.vigie.schemas.DeliveryPosition;

/// The way to the broker.
public interface LogConnection {

  /// A new producer for transactions of its own; it fences every other one of the same id.
  Producer<String, SpecificRecord> producer(String transactionalId);

  /// A new consumer of delivery positions that reads what is committed.
  Consumer<String, DeliveryPosition> positions();
}
