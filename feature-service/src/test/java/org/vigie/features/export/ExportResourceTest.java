package org.vigie.features.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.features.FeatureConfig;
import org.vigie.features.facts.Retention;
import org.vigie.kit.http.Callers;
import org.vigie.kit.http.ProblemException;
import org.vigie.kit.traces.ReadingLog;
import org.vigie.schemas.TopicSerde;
import org.vigie.schemas.Topics;

class ExportResourceTest {

  @TempDir Path directory;

  @Test
  void anExportIsTracedBeforeItsFirstLineLeaves() throws IOException {
    try (var answer = export("2023-01", "2025-12")) {
      assertThat(answer.getStatus()).isEqualTo(200);
    }

    assertThat(Files.readAllLines(directory.resolve("readings.log")))
        .singleElement()
        .asString()
        .contains("\"reader\":\"vigie-cli\",\"what\":\"export\",\"siren\":null")
        .contains("\"ground\":\"OPERATOR\",\"inZone\":false");
  }

  @Test
  void anExportThatIsRefusedIsNotTraced() throws IOException {
    assertThatThrownBy(() -> export("2023-01", "yesterday"))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("YYYY-MM");

    assertThat(directory.resolve("readings.log")).isEmptyFile();
  }

  private Response export(String from, String to) throws IOException {
    var config = new Config(URI.create("http://localhost:1/apis/registry/v3"), directory, 120);
    try (var readings = ReadingLog.open(directory.resolve("readings.log"), Clock.systemUTC())) {
      return new ExportResource(
              new LogReplay(
                  Map.of(),
                  TopicSerde.deserializer(Topics.SOURCE_EVENTS, config.registryUrl().toString())),
              new Retention(config.retentionMonths()),
              Callers.operator(),
              readings)
          .export(from, to);
    }
  }

  private record Config(URI registryUrl, Path dataDir, int retentionMonths)
      implements FeatureConfig {}
}
