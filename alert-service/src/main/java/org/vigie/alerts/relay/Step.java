package org.vigie.alerts.relay;

import java.util.Map;

/// What became of the next rows of a lane.
sealed interface Step {

  /// There are none.
  record Idle() implements Step {}

  /// A producer was opened: nothing has left by it yet.
  record Opened() implements Step {}

  /// Something was sent or forgotten: there may be more.
  record Moved() implements Step {}

  /// Nothing was sent, because some topics take nothing.
  ///
  /// @param topics each with why, as Kafka says it
  record Refused(Map<String, String> topics) implements Step {

    public Refused {
      topics = Map.copyOf(topics);
    }
  }
}
