package org.vigie.devkit.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.devkit.installation.Installation;

class ChildTest {

  @TempDir Path data;

  private Installation installation;

  @BeforeEach
  void openInstallation() {
    installation = Installation.open(Path.of("."), data, 24_000);
  }

  @Test
  void whatAStartedProcessWritesIsItsOwnersAlone() throws Exception {
    Path written = data.resolve("written");
    var command = List.of("sh", "-c", "echo secret > \"$0\" && mkdir \"$0.d\"", written.toString());

    var processes = new ProcessTable(installation);
    processes
        .start(new Launch("writer", List.of(24_001), command, Map.of(), data, () -> true))
        .handle()
        .ifPresent(process -> process.onExit().join());

    assertThat(mode(written)).isEqualTo("rw-------");
    assertThat(mode(data.resolve("written.d"))).isEqualTo("rwx------");
  }

  @Test
  void whatAPreparingProcessWritesIsItsOwnersAlone() throws Exception {
    var log = installation.log("format");

    Child.run(Child.of(List.of("touch", "written"), data, log), "a file could not be made", log);

    assertThat(mode(data.resolve("written"))).isEqualTo("rw-------");
  }

  @Test
  void aPreparationThatFailsNamesItsLog() throws Exception {
    var log = installation.log("format");
    var failing = Child.of(List.of("sh", "-c", "echo no room; exit 3"), data, log);

    assertThatIOException()
        .isThrownBy(() -> Child.run(failing, "a file could not be made", log))
        .withMessage("a file could not be made: see " + log.file());
    assertThat(log.tail(5)).last().isEqualTo("no room");
  }

  private static String mode(Path file) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }
}
