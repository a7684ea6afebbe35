package org.vigie.alerts.record;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What leaves the service at a place of the outbox.
public sealed interface Outgoing {

  /// A message ready to send.
  ///
  /// @param partition partition of the topic; null to let the key decide
  /// @param headers in the order in which they are sent
  /// @param value as it stands on the wire
  record Message(
      String topic,
      @Nullable Integer partition,
      String key,
      Map<String, String> headers,
      byte[] value)
      implements Outgoing {}

  /// A barrier, passed once every message before it is out.
  record BarrierMark(String barrier) implements Outgoing {}
}
