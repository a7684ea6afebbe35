package org.vigie.alerts.relay;

import org.jspecify.annotations.Nullable;

/// Messages that leave in one order, by one producer, with a position of their own: those of an
/// input partition, or what was set aside of it for one topic.
///
/// @param topicOrNull the topic of what was set aside; null for the lane of the partition
record Lane(int partition, @Nullable String topicOrNull) {

  static Lane ofPartition(int partition) {
    return new Lane(partition, null);
  }

  static Lane aside(int partition, String topic) {
    return new Lane(partition, topic);
  }

  /// The group that holds how far the lane has left.
  String group() {
    return topicOrNull == null ? RelayClients.GROUP : RelayClients.GROUP + "." + topicOrNull;
  }

  /// Who opens a producer of this id fences who had it.
  String transactionalId() {
    return group() + "-" + partition;
  }

  @Override
  public String toString() {
    return topicOrNull == null ? "partition " + partition : topicOrNull + " of " + partition;
  }
}
