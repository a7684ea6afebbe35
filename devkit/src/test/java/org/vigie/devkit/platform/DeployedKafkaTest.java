package org.vigie.devkit.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The files for a cluster and the code for one machine declare the same topics and rights.
class DeployedKafkaTest {

  private static final Path FILES = Path.of("../deploy/kafka");

  @TempDir private Path directory;

  @Test
  void theFilesForAClusterDeclareWhatTheCodeDoes() throws IOException {
    assertThat(differences(FILES)).isEmpty();
  }

  @Test
  void aClusterDeniesByDefaultAndHasNoSuperUser() throws IOException {
    var authorization = DeployedKafka.read(FILES).cluster().at("/spec/kafka/authorization");
    assertThat(authorization.path("type").asText()).isEqualTo("simple");
    assertThat(authorization.has("superUsers")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "topics | partitions: 12 | partitions: 6 | topic company-scores: 6 partitions",
        "topics | retention.ms: 34214400000 | retention.ms: 1 | retention.ms=1}",
        "topics | name: company-scores | name: scores | topic scores",
        "topics | strimzi.io/cluster: vigie | strimzi.io/cluster: other | topic source-events",
        "services | name: scoring-service | name: scorer | principal scorer",
        "services | type: simple | type: none | operation=READ",
        "services | type: scram-sha-512 | type: tls | principal alert-service by tls",
        "services | [Write, Describe] | [Write, Describe, Alter] | operation=ALTER",
        "services | [Read, Write, Describe] | [Read, Describe] | operation=WRITE",
        "services | patternType: prefix | patternType: literal | patternType=PREFIXED",
        "services | name: rejections | name: source-events | name=source-events",
        "administration-urssaf | name: urssaf. | name: urs | name=urs,",
        "cluster | auto.create.topics.enable: false | x: 1 | broker auto.create.topics.enable"
      })
  void aDifferenceIsFound(String file, String from, String to, String difference)
      throws IOException {
    copyFiles();
    var changed = directory.resolve(file + ".yaml");
    var text = Files.readString(changed);
    assertThat(text).contains(from);
    Files.writeString(changed, text.replace(from, to));

    assertThat(differences(directory)).anyMatch(line -> line.contains(difference));
  }

  @Test
  void aDirectoryWithoutFilesIsRefused() {
    assertThatThrownBy(() -> differences(directory)).hasMessage("no file declares a cluster");
  }

  @Test
  void aClusterWithoutTopicsAndPrincipalsIsRefused() throws IOException {
    Files.copy(FILES.resolve("cluster.yaml"), directory.resolve("cluster.yaml"));
    assertThat(differences(directory))
        .contains("in the code only: principal ingestion-service by scram-sha-512")
        .anyMatch(line -> line.startsWith("in the code only: topic source-events"))
        .anyMatch(line -> line.startsWith("in the code only: right "));
  }

  private static List<String> differences(Path files) throws IOException {
    return DeployedKafka.read(files)
        .declared()
        .differencesFrom(DeclaredKafka.byTheCode(List.of("urssaf")));
  }

  private void copyFiles() throws IOException {
    try (var files = Files.newDirectoryStream(FILES)) {
      for (var file : files) {
        Files.copy(file, directory.resolve(file.getFileName()));
      }
    }
  }
}
