package org.vigie.schemas;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;

/// The schemas of all topics, and the records in them.
final class TopicSchemas {

  /// Every topic with the schema of its values.
  static Map<String, Schema> all() {
    var schemas = new TreeMap<String, Schema>();
    for (var topic : Topics.ALL) {
      schemas.put(topic.name(), SpecificData.get().getSchema(topic.value()));
    }
    schemas.put(Topics.ALERTS.name(), SpecificData.get().getSchema(Topics.ALERTS.value()));
    return schemas;
  }

  /// Every record in a schema, each once, at whatever depth.
  static List<Schema> records(Schema schema) {
    var records = new ArrayList<Schema>();
    collect(schema, new HashSet<>(), records::add);
    return records;
  }

  private static void collect(Schema schema, Set<String> seen, Consumer<Schema> records) {
    if (schema.getType() == Schema.Type.RECORD) {
      if (seen.add(schema.getFullName())) {
        records.accept(schema);
        schema.getFields().forEach(field -> collect(field.schema(), seen, records));
      }
    } else {
      inside(schema).forEach(type -> collect(type, seen, records));
    }
  }

  /// The types of which a type is made, fields of records left out.
  static List<Schema> inside(Schema schema) {
    return switch (schema.getType()) {
      case UNION -> schema.getTypes();
      case ARRAY -> List.of(schema.getElementType());
      case MAP -> List.of(schema.getValueType());
      case RECORD, ENUM, FIXED, STRING, BYTES, INT, LONG, FLOAT, DOUBLE, BOOLEAN, NULL -> List.of();
    };
  }

  private TopicSchemas() {}
}
