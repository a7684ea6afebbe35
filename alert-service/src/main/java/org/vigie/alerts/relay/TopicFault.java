package org.vigie.alerts.relay;

import java.util.Optional;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/// Tells what one topic refuses from what no topic gets, such as a broker that is away.
final class TopicFault {

  // A cause of a cause: clients wrap what the broker says once or twice.
  private static final int CAUSES_MAX = 4;

  /// Why a topic takes nothing; empty when it is there, open and wide enough. Asked before a
  /// transaction begins: the client waits for a topic or a partition that is missing longer than a
  /// transaction may last.
  ///
  /// @param partitionsMin partitions that the topic needs for its messages
  static Optional<String> of(Producer<String, byte[]> producer, String topic, int partitionsMin) {
    try {
      int partitions = producer.partitionsFor(topic).size();
      return partitions < partitionsMin
          ? Optional.of(
              "%s has %d partitions, and needs %d".formatted(topic, partitions, partitionsMin))
          : Optional.empty();
    } catch (RuntimeException e) {
      var fault = of(e);
      if (fault.isEmpty()) {
        throw e;
      }
      return fault;
    }
  }

  /// What a failure says of the topic alone; empty when it says nothing of it.
  static Optional<String> of(Throwable failure) {
    @Nullable Throwable cause = failure;
    for (int depth = 0; cause != null && depth < CAUSES_MAX; depth++) {
      if (cause instanceof UnknownTopicOrPartitionException
          || cause instanceof TopicAuthorizationException
          || cause instanceof InvalidTopicException
          || cause instanceof RecordTooLargeException) {
        return Optional.of(cause.getClass().getSimpleName() + ": " + cause.getMessage());
      }
      cause = cause.getCause();
    }
    return Optional.empty();
  }

  private TopicFault() {}
}
