package org.vigie.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaRulesTest {

  @Test
  void everyRecordAndEveryFieldIsDocumented() {
    assertThat(inAllTopics(SchemaRules::undocumented)).isEmpty();
  }

  @Test
  void everyNumberNamesItsUnit() {
    assertThat(inAllTopics(SchemaRules::withoutUnit)).isEmpty();
  }

  @Test
  void noRecordHoldsAMapWhoseOrderIsNotDefined() {
    assertThat(inAllTopics(SchemaRules::maps)).isEmpty();
  }

  @Test
  void theRecordsOfEveryTopicAreFound() {
    assertThat(TopicSchemas.all()).hasSize(Topics.ALL.size() + 1);
    assertThat(TopicSchemas.all().values())
        .allSatisfy(schema -> assertThat(TopicSchemas.records(schema)).isNotEmpty());
    assertThat(TopicSchemas.records(SourceRecord.getClassSchema()))
        .contains(EffectifCell.getClassSchema());
  }

  @Test
  void aRecordOrAFieldWithoutDocIsFound() {
    assertThat(SchemaRules.undocumented(recordWith("\"string\"")))
        .containsExactlyInAnyOrder("Made", "Made.field");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'int'",
        "['null', 'long']",
        "{'type': 'array', 'items': 'double'}",
        "{'type': 'array', 'items': ['null', 'float']}",
        "{'type': 'long', 'logicalType': 'timestamp-micros'}"
      })
  void aNumberWithoutUnitIsFoundAtAnyDepth(String type) {
    assertThat(SchemaRules.withoutUnit(recordWith(type))).containsExactly("Made.field");
  }

  @Test
  void aDayNeedsNoUnit() {
    assertThat(SchemaRules.withoutUnit(recordWith("{'type': 'int', 'logicalType': 'date'}")))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type': 'map', 'values': 'string'}",
        "['null', {'type': 'map', 'values': 'string'}]",
        "{'type': 'array', 'items': {'type': 'map', 'values': 'string'}}",
        "['null', {'type': 'array', 'items': ['null', {'type': 'map', 'values': 'string'}]}]"
      })
  void aMapIsFoundAtAnyDepth(String type) {
    assertThat(SchemaRules.maps(recordWith(type))).containsExactly("Made.field");
  }

  @Test
  void aMapIsFoundInARecordInsideAUnion() {
    var inner =
        "{'type': 'record', 'name': 'Inner', 'fields':"
            + " [{'name': 'deep', 'type': {'type': 'map', 'values': 'string'}}]}";
    assertThat(SchemaRules.maps(recordWith("['null', " + inner + "]")))
        .containsExactly("Inner.deep");
  }

  private static List<String> inAllTopics(Function<Schema, List<String>> rule) {
    return TopicSchemas.all().values().stream().flatMap(s -> rule.apply(s).stream()).toList();
  }

  private static Schema recordWith(String type) {
    var text =
        "{'type': 'record', 'name': 'Made', 'fields': [{'name': 'field', 'type': %s}]}"
            .formatted(type)
            .replace('\'', '"');
    return new Schema.Parser().parse(text);
  }
}
