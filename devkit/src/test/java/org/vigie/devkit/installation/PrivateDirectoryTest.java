package org.vigie.devkit.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.devkit.installation.PrivateDirectory.Hold;

class PrivateDirectoryTest {

  private static final int US = 1000;

  @TempDir Path parent;

  @Test
  void aDirectoryThatVigieMakesIsItsOwnersAlone() throws Exception {
    Path data = parent.resolve("five/copy");

    Installation.open(Path.of("."), data, 24_000).directory("ingestion-service");

    assertThat(mode(data)).isEqualTo("rwx------");
    assertThat(mode(data.resolve("ingestion-service"))).isEqualTo("rwx------");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rwxr-xr-x", "rwxr-x---", "rwx-----x", "rwx-w----"})
  void aDataDirectoryThatOthersMayEnterIsRefusedWithItsRemedy(String mode) throws Exception {
    Path data = loose("copy", mode);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Installation.open(Path.of("."), data, 24_000))
        .withMessageContaining(data.toString())
        .withMessageContaining("chmod 700 " + data);
    assertThat(data).isEmptyDirectory();
  }

  @Test
  void theRefusalNamesModeAndOwner() {
    assertThat(new Hold(US, "alice", 0755).objection(Path.of("/srv/copy"), US))
        .get()
        .asString()
        .startsWith("/srv/copy has mode 0755 and belongs to alice")
        .endsWith("chmod 700 /srv/copy");
  }

  @Test
  void aDirectoryOfAnotherUserIsRefusedWhateverItsMode() {
    assertThat(new Hold(0, "root", 0700).objection(Path.of("/srv/copy"), US))
        .get()
        .asString()
        .startsWith("/srv/copy has mode 0700 and belongs to root")
        .endsWith("chown -R 1000 /srv/copy");
  }

  @Test
  void aDirectoryOfOneUserAloneIsTaken() {
    assertThat(new Hold(US, "alice", 0700).objection(Path.of("/srv/copy"), US)).isEmpty();
  }

  @Test
  void theRemedyIsWrittenForAShell() {
    assertThat(new Hold(US, "alice", 0755).objection(Path.of("/srv/l'État"), US))
        .get()
        .asString()
        .endsWith("chmod 700 '/srv/l'\\''État'");
  }

  @Test
  void aLinkOutOfTheDataDirectoryToWhatOthersMayEnterIsRefused() throws Exception {
    var installation = Installation.open(Path.of("."), parent.resolve("copy"), 24_000);
    Path disk = loose("disk", "rwxr-xr-x");
    Files.createSymbolicLink(installation.data().resolve("kafka"), disk);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> installation.directory("kafka"))
        .withMessageContaining("0755");
  }

  @Test
  void aLinkToAPrivateDirectoryIsTaken() throws Exception {
    var installation = Installation.open(Path.of("."), parent.resolve("copy"), 24_000);
    Path disk = PrivateDirectory.open(parent.resolve("disk"));
    Files.createSymbolicLink(installation.data().resolve("kafka"), disk);

    assertThat(installation.directory("kafka").toRealPath()).isEqualTo(disk.toRealPath());
  }

  private Path loose(String name, String mode) throws IOException {
    Path directory = Files.createDirectory(parent.resolve(name));
    return Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString(mode));
  }

  private static String mode(Path directory) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(directory));
  }
}
