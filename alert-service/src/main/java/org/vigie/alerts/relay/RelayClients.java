package org.vigie.alerts.relay;

import org.apache.kafka.clients.producer.Producer;

/// Opens what a relay needs of Kafka for one input partition.
public interface RelayClients {

  /// The group that holds, per input partition, how far its messages have left.
  String GROUP = "alert-service-relay";

  /// A transactional producer whose transactional id is the partition's own: who opens it fences
  /// who had it.
  Producer<String, byte[]> producer(int partition);

  /// Input offset up to which the messages of the partition have left; 0 when none has.
  long relayed(int partition);
}
