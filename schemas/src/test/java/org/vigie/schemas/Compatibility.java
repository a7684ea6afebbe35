package org.vigie.schemas;

import static org.apache.avro.SchemaCompatibility.checkReaderWriterCompatibility;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.vigie.schemas.ReleasedSchemas.Release;

/// Compares the schemas of today with those of all releases. Each method answers what is wrong.
///
/// @param today topics and their schemas
/// @param readByOthers topics whose readers are not released with Vigie
record Compatibility(Map<String, Schema> today, Set<String> readByOthers) {

  /// Everything that is wrong with the schemas of today, given what was released.
  List<String> faults(List<Release> releases) {
    var faults = new ArrayList<>(gaps(releases));
    for (var release : releases) {
      release.topics().forEach((topic, then) -> faults.addAll(faults(release, topic, then)));
    }
    return faults;
  }

  /// Releases and topics of which nothing is kept, so that nothing is compared.
  private List<String> gaps(List<Release> releases) {
    if (releases.isEmpty()) {
      return List.of("no released schema is kept");
    }
    var gaps = new ArrayList<String>();
    var expected = new HashSet<String>();
    for (var release : releases) {
      expected.stream()
          .filter(topic -> !release.topics().containsKey(topic))
          .forEach(topic -> gaps.add("%s lacks %s".formatted(release.version(), topic)));
      expected.addAll(release.topics().keySet());
    }
    today.keySet().stream()
        .filter(topic -> !expected.contains(topic))
        .forEach(topic -> gaps.add("no release has " + topic));
    return gaps;
  }

  private List<String> faults(Release release, String topic, Schema then) {
    var name = release.version() + " " + topic;
    var now = today.get(topic);
    if (now == null) {
      return List.of(name + ": there is no such topic any more");
    }
    var faults = new ArrayList<String>();
    faults.addAll(unreadable(name + ": its records cannot be read today: ", now, then));
    faults.addAll(changedMeanings(name, now, then));
    if (readByOthers.contains(topic)) {
      faults.addAll(unreadable(name + ": its readers cannot read today's records: ", then, now));
    }
    return faults;
  }

  private static List<String> unreadable(String what, Schema reader, Schema writer) {
    return checkReaderWriterCompatibility(reader, writer)
        .getResult()
        .getIncompatibilities()
        .stream()
        .map(fault -> "%s%s %s".formatted(what, fault.getLocation(), fault.getMessage()))
        .toList();
  }

  // Avro reads centimes as euros and microseconds as milliseconds without a word.
  private static List<String> changedMeanings(String name, Schema now, Schema then) {
    var before = meanings(then);
    var changes = new ArrayList<String>();
    meanings(now)
        .forEach(
            (field, meaning) -> {
              if (!meaning.equals(before.getOrDefault(field, meaning))) {
                changes.add(
                    "%s: %s meant %s, and means %s"
                        .formatted(name, field, before.get(field), meaning));
              }
            });
    return changes;
  }

  private static Map<String, String> meanings(Schema schema) {
    var meanings = new TreeMap<String, String>();
    for (var record : TopicSchemas.records(schema)) {
      for (var field : record.getFields()) {
        meanings.put(record.getFullName() + "." + field.name(), meaning(field));
      }
    }
    return meanings;
  }

  private static String meaning(Field field) {
    return "unit " + field.getProp("unit") + ", logical types " + logicalTypes(field.schema());
  }

  private static List<String> logicalTypes(Schema schema) {
    var types = new ArrayList<String>();
    if (schema.getLogicalType() != null) {
      types.add(schema.getLogicalType().getName());
    }
    TopicSchemas.inside(schema).forEach(inner -> types.addAll(logicalTypes(inner)));
    return types;
  }
}
