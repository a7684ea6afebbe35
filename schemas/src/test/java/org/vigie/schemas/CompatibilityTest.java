package org.vigie.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.specific.SpecificData;
import org.junit.jupiter.api.Test;

/// Whoever reads a topic today must be able to read what stands there since any release. Released
/// schemas are kept in `released/<version>/<topic>.avsc`.
class CompatibilityTest {

  private static final Path RELEASED = Path.of("released");

  @Test
  void everyReleasedRecordCanStillBeRead() throws IOException {
    var broken = new ArrayList<String>();
    for (Topic<?> topic : topics()) {
      Schema reader = SpecificData.get().getSchema(topic.value());
      for (Path file : released(topic)) {
        Schema writer = new Schema.Parser().parse(file.toFile());
        var result = SchemaCompatibility.checkReaderWriterCompatibility(reader, writer).getResult();
        if (!result.getIncompatibilities().isEmpty()) {
          broken.add(file + ": " + result.getIncompatibilities());
        }
      }
    }
    assertThat(broken).isEmpty();
  }

  private static List<Path> released(Topic<?> topic) throws IOException {
    if (!Files.exists(RELEASED)) {
      return List.of();
    }
    String name = topic.name().startsWith("alerts.") ? "alerts" : topic.name();
    try (Stream<Path> files = Files.walk(RELEASED)) {
      return files.filter(file -> file.endsWith(name + ".avsc")).sorted().toList();
    }
  }

  private static List<Topic<?>> topics() {
    var topics = new ArrayList<Topic<?>>(Topics.ALL);
    topics.add(Topics.alerts("urssaf"));
    return topics;
  }
}
