package org.vigie.devkit.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationTest {

  @TempDir Path data;

  @Test
  void aDataDirectoryRemembersThePortBaseThatItWasStartedWith() throws Exception {
    Installation.open(Path.of("."), data, 24_000).rememberPortBase();

    assertThat(Installation.open(Path.of("."), data, 0).portBase()).isEqualTo(24_000);
  }

  @Test
  void anotherPortBaseIsTakenWhenItIsAskedFor() throws Exception {
    Installation.open(Path.of("."), data, 24_000).rememberPortBase();

    assertThat(Installation.open(Path.of("."), data, 25_000).portBase()).isEqualTo(25_000);
  }

  @Test
  void aPortBaseThatLeavesNoRoomIsRefused() {
    assertThatThrownBy(() -> Installation.open(Path.of("."), data, 65_530))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("65530");
  }

  @Test
  void aSecretIsMadeOnceAndKeptForItsOwnerAlone() throws Exception {
    var installation = Installation.open(Path.of("."), data, 24_000);
    String secret = Secrets.of(installation).get("kafka.urssaf");

    assertThat(Secrets.of(installation).get("kafka.urssaf")).isEqualTo(secret).hasSize(32);
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(data.resolve("secrets.properties"))))
        .isEqualTo("rw-------");
  }

  @Test
  void twoSecretsDiffer() {
    var secrets = Secrets.of(Installation.open(Path.of("."), data, 24_000));

    assertThat(secrets.get("one")).isNotEqualTo(secrets.get("other"));
  }
}
