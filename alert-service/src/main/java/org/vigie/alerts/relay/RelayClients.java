package org.vigie.alerts.relay;

import org.apache.kafka.clients.producer.Producer;

/// Opens what a relay needs of Kafka for one lane.
public interface RelayClients {

  /// The group that holds, per input partition, how far its messages have left; what was set aside
  /// has a group of its topic's own, whose name begins with it.
  String GROUP = "alert-service-relay";

  /// A transactional producer whose transactional id is the lane's own: who opens it fences who had
  /// it.
  Producer<String, byte[]> producer(String transactionalId);

  /// Input offset up to which the messages of the partition have left in a group; 0 when none has.
  long relayed(String group, int partition);
}
