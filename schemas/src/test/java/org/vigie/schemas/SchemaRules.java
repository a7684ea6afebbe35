package org.vigie.schemas;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;

/// What every schema keeps to, so that a reader of the registry needs nothing else. Each rule
/// answers what breaks it.
final class SchemaRules {

  private static final Set<Schema.Type> NUMBERS =
      Set.of(Schema.Type.INT, Schema.Type.LONG, Schema.Type.FLOAT, Schema.Type.DOUBLE);

  /// Records and fields without a doc.
  static List<String> undocumented(Schema schema) {
    var found = new ArrayList<>(fields(schema, field -> field.doc() == null));
    for (var record : TopicSchemas.records(schema)) {
      if (record.getDoc() == null) {
        found.add(record.getFullName());
      }
    }
    return found;
  }

  /// Numbers without a unit.
  static List<String> withoutUnit(Schema schema) {
    return fields(schema, field -> isNumber(field.schema()) && field.getProp("unit") == null);
  }

  /// Maps: the order of their keys is not defined, and equal records must have equal bytes.
  static List<String> maps(Schema schema) {
    return fields(schema, field -> holdsMap(field.schema()));
  }

  private static List<String> fields(Schema schema, Predicate<Field> broken) {
    return TopicSchemas.records(schema).stream().flatMap(record -> broken(record, broken)).toList();
  }

  private static Stream<String> broken(Schema record, Predicate<Field> broken) {
    return record.getFields().stream()
        .filter(broken)
        .map(field -> record.getFullName() + "." + field.name());
  }

  private static boolean isNumber(Schema schema) {
    if (schema.getLogicalType() != null && schema.getLogicalType().getName().equals("date")) {
      return false;
    }
    return NUMBERS.contains(schema.getType())
        || TopicSchemas.inside(schema).stream().anyMatch(SchemaRules::isNumber);
  }

  private static boolean holdsMap(Schema schema) {
    return schema.getType() == Schema.Type.MAP
        || TopicSchemas.inside(schema).stream().anyMatch(SchemaRules::holdsMap);
  }

  private SchemaRules() {}
}
