package org.vigie.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.schemas.ReleasedSchemas.Release;

/// Whoever reads a topic today can read what stands there since any release.
class CompatibilityTest {

  private static final ReleasedSchemas RELEASED = new ReleasedSchemas(Path.of("released"));

  /// Administrations read their alerts with programs of their own, built with the schema of some
  /// release. The other topics are read by our services alone, which are released with their
  /// writers, or before them where a union grows.
  private static final Set<String> READ_BY_OTHERS = Set.of(Topics.ALERTS.name());

  private static final Compatibility TODAY = new Compatibility(TopicSchemas.all(), READ_BY_OTHERS);

  private static final Schema ONE = record("{'name': 'a', 'type': 'long', 'unit': 'days'}");

  @TempDir private Path directory;

  @Test
  void whatEveryReleaseWroteCanBeReadAndAlertsByTheProgramsOfEveryRelease() throws IOException {
    assertThat(TODAY.faults(RELEASED.releases())).isEmpty();
  }

  @Test
  void aVersionThatIsReleasedHasItsSchemasKept() throws IOException {
    var version = System.getProperty("vigie.version");
    assertThat(version).isNotBlank();
    if (!version.endsWith("-SNAPSHOT")) {
      assertThat(RELEASED.releases()).contains(new Release(version, TopicSchemas.all()));
    }
  }

  /// Writes the schemas of a release: `-Dvigie.release=VERSION`.
  @Test
  @EnabledIfSystemProperty(named = "vigie.release", matches = ".+")
  void theSchemasOfAReleaseAreKept() throws IOException {
    var release = new Release(System.getProperty("vigie.release"), TopicSchemas.all());
    RELEASED.keep(release);
    assertThat(RELEASED.releases()).contains(release);
  }

  @Test
  void aDirectoryThatIsMissingOrEmptyIsRefused() throws IOException {
    var missing = new ReleasedSchemas(directory.resolve("missing"));
    assertThat(TODAY.faults(missing.releases())).containsExactly("no released schema is kept");
    assertThat(TODAY.faults(new ReleasedSchemas(directory).releases()))
        .containsExactly("no released schema is kept");
  }

  @Test
  void aReleaseWithoutSchemasIsRefused() throws IOException {
    Files.createDirectory(directory.resolve("1.0.0"));
    assertThat(TODAY.faults(new ReleasedSchemas(directory).releases()))
        .hasSize(TopicSchemas.all().size())
        .contains("no release has source-events");
  }

  @Test
  void aTopicOfWhichNothingIsKeptIsRefused() {
    assertThat(today(Map.of("t", ONE, "new", ONE)).faults(List.of(release("1.0.0", "t", ONE))))
        .containsExactly("no release has new");
  }

  @Test
  void aLaterReleaseThatLacksATopicIsRefused() throws IOException {
    var kept = new ReleasedSchemas(directory);
    kept.keep(release("1.10.0", "other", ONE));
    kept.keep(release("1.9.0", "t", ONE));
    assertThat(today(Map.of("t", ONE, "other", ONE)).faults(kept.releases()))
        .containsExactly("1.10.0 lacks t");
  }

  @Test
  void aReleasedTopicThatIsGoneIsRefused() {
    assertThat(today(Map.of()).faults(List.of(release("1.0.0", "t", ONE))))
        .containsExactly("1.0.0 t: there is no such topic any more");
  }

  @Test
  void aNewFieldWithoutDefaultIsRefused() {
    var grown =
        record("{'name': 'a', 'type': 'long', 'unit': 'days'}, {'name': 'b', 'type': 'string'}");
    assertThat(today(Map.of("t", grown)).faults(List.of(release("1.0.0", "t", ONE))))
        .singleElement()
        .asString()
        .startsWith("1.0.0 t: its records cannot be read today: /fields/1");
  }

  @Test
  void everyReleaseIsComparedNotTheLastAlone() {
    var then = record("{'name': 'a', 'type': 'string'}");
    assertThat(
            today(Map.of("t", ONE))
                .faults(List.of(release("1.0.0", "t", then), release("1.1.0", "t", ONE))))
        .isNotEmpty()
        .allMatch(fault -> fault.startsWith("1.0.0 t: "));
  }

  @Test
  void aFieldThatProgramsOfOthersNeedMayNotBeRemoved() {
    var none = record("");
    var released = new Release("1.0.0", Map.of("t", ONE, "alerts", ONE));
    assertThat(today(Map.of("t", none, "alerts", none)).faults(List.of(released)))
        .singleElement()
        .asString()
        .startsWith("1.0.0 alerts: its readers cannot read today's records: /fields/0");
  }

  @Test
  void aNewUnitOrLogicalTypeIsRefused() {
    var weeks = record("{'name': 'a', 'type': 'long', 'unit': 'weeks'}");
    var instant =
        record(
            "{'name': 'a', 'unit': 'days',"
                + " 'type': {'type': 'long', 'logicalType': 'timestamp-micros'}}");
    for (var now : List.of(weeks, instant)) {
      assertThat(today(Map.of("t", now)).faults(List.of(release("1.0.0", "t", ONE))))
          .singleElement()
          .asString()
          .startsWith("1.0.0 t: Made.a meant unit days, logical types [], and means ");
    }
  }

  @Test
  void aReleaseIsKeptOnce() throws IOException {
    var kept = new ReleasedSchemas(directory);
    kept.keep(release("1.0.0", "t", ONE));
    kept.keep(release("1.0.0", "t", ONE));
    assertThat(kept.releases()).containsExactly(release("1.0.0", "t", ONE));
    assertThatThrownBy(() -> kept.keep(release("1.0.0", "t", record(""))))
        .hasMessageContaining("a new schema needs a new version");
  }

  private static Compatibility today(Map<String, Schema> schemas) {
    return new Compatibility(schemas, READ_BY_OTHERS);
  }

  private static Release release(String version, String topic, Schema schema) {
    return new Release(version, Map.of(topic, schema));
  }

  private static Schema record(String fields) {
    var text = "{'type': 'record', 'name': 'Made', 'fields': [%s]}".formatted(fields);
    return new Schema.Parser().parse(text.replace('\'', '"'));
  }
}
