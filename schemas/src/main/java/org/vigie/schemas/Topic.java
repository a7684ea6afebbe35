package org.vigie.schemas;

import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/// A topic: its name, the one type of its values, and the settings it is created with.
///
/// @param name name of the topic
/// @param value class of the values; keys are strings
/// @param settings what differs from the broker's defaults
public record Topic<V extends SpecificRecord>(
    String name, Class<V> value, Map<String, String> settings) {

  /// Name of the subject under which the schema of the values is registered.
  public String subject() {
    return name + "-value";
  }
}
