package org.vigie.devkit.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeycloakDistributionTest {

  @TempDir Path parts;

  private Path made;

  @BeforeEach
  void unpack() throws Exception {
    Files.createDirectories(parts.resolve("keycloak"));
    made = unpack("keycloak-26.7.3").resolve("lib/quarkus/quarkus-application.dat");
  }

  @Test
  void aDistributionIsPreparedOnce() throws Exception {
    prepare();

    assertThat(KeycloakDistribution.of(parts).isPrepared()).isTrue();
  }

  @Test
  void aDistributionJustUnpackedIsNotPrepared() throws Exception {
    assertThat(KeycloakDistribution.of(parts).isPrepared()).isFalse();
  }

  // As the build does it: over what is there, so that a marker stays.
  @Test
  void aDistributionUnpackedAnewIsPreparedAnew() throws Exception {
    prepare();

    Files.writeString(made, "as unpacked");

    assertThat(KeycloakDistribution.of(parts).isPrepared()).isFalse();
  }

  @Test
  void ofTwoVersionsTheNewerIsTaken() throws Exception {
    unpack("keycloak-26.10.0");

    assertThat(KeycloakDistribution.of(parts).directory().getFileName())
        .hasToString("keycloak-26.10.0");
  }

  @Test
  void withoutADistributionTheMessageSaysWhatToDo() throws Exception {
    Files.createDirectories(parts.resolve("none/keycloak"));

    assertThatIOException()
        .isThrownBy(() -> KeycloakDistribution.of(parts.resolve("none")))
        .withMessageContaining("build Vigie first");
  }

  private void prepare() throws IOException {
    Files.writeString(made, "as prepared");
    KeycloakDistribution.of(parts).markPrepared();
  }

  private Path unpack(String name) throws IOException {
    Path directory = parts.resolve("keycloak").resolve(name);
    Files.createDirectories(directory.resolve("lib/quarkus"));
    Files.writeString(directory.resolve("lib/quarkus/quarkus-application.dat"), "as unpacked");
    return directory;
  }
}
