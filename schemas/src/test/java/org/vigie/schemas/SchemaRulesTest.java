package org.vigie.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.apache.avro.specific.SpecificData;
import org.junit.jupiter.api.Test;

/// What every schema keeps to, so that a reader of the registry needs nothing else.
class SchemaRulesTest {

  private static final Set<Schema.Type> NUMBERS =
      Set.of(Schema.Type.INT, Schema.Type.LONG, Schema.Type.FLOAT, Schema.Type.DOUBLE);

  @Test
  void everyRecordAndEveryFieldIsDocumented() {
    var undocumented = new ArrayList<String>();
    forEachRecord(
        record -> {
          if (record.getDoc() == null) {
            undocumented.add(record.getFullName());
          }
          for (Field field : record.getFields()) {
            if (field.doc() == null) {
              undocumented.add(record.getFullName() + "." + field.name());
            }
          }
        });
    assertThat(undocumented).isEmpty();
  }

  @Test
  void everyNumberNamesItsUnit() {
    var withoutUnit = new ArrayList<String>();
    forEachRecord(
        record -> {
          for (Field field : record.getFields()) {
            if (isNumber(field.schema()) && field.getProp("unit") == null) {
              withoutUnit.add(record.getFullName() + "." + field.name());
            }
          }
        });
    assertThat(withoutUnit).isEmpty();
  }

  @Test
  void noComputedRecordHoldsAMapWhoseOrderIsNotDefined() {
    var maps = new ArrayList<String>();
    forEachRecord(
        record ->
            record.getFields().stream()
                .filter(field -> field.schema().getType() == Schema.Type.MAP)
                .forEach(field -> maps.add(record.getFullName() + "." + field.name())));
    assertThat(maps).isEmpty();
  }

  private static boolean isNumber(Schema schema) {
    if (schema.getLogicalType() != null && schema.getLogicalType().getName().equals("date")) {
      return false;
    }
    return switch (schema.getType()) {
      case UNION -> schema.getTypes().stream().anyMatch(SchemaRulesTest::isNumber);
      case ARRAY -> isNumber(schema.getElementType());
      default -> NUMBERS.contains(schema.getType());
    };
  }

  private static void forEachRecord(Consumer<Schema> consumer) {
    var seen = new HashSet<String>();
    for (Topic<?> topic : topics()) {
      visit(SpecificData.get().getSchema(topic.value()), seen, consumer);
    }
  }

  private static List<Topic<?>> topics() {
    var topics = new ArrayList<Topic<?>>(Topics.ALL);
    topics.add(Topics.alerts("urssaf"));
    return topics;
  }

  private static void visit(Schema schema, Set<String> seen, Consumer<Schema> consumer) {
    switch (schema.getType()) {
      case RECORD -> {
        if (seen.add(schema.getFullName())) {
          consumer.accept(schema);
          schema.getFields().forEach(field -> visit(field.schema(), seen, consumer));
        }
      }
      case UNION -> schema.getTypes().forEach(type -> visit(type, seen, consumer));
      case ARRAY -> visit(schema.getElementType(), seen, consumer);
      default -> {
        // Nothing below.
      }
    }
  }
}
