package org.vigie.devkit.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresBinariesTest {

  private static final Set<PosixFilePermission> OTHERS =
      Set.of(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE,
          PosixFilePermission.OTHERS_EXECUTE);

  @TempDir Path parts;

  @Test
  void programsAreUnpackedOnceAndNoOtherAccountCanReachThem() throws Exception {
    var binaries = PostgresBinaries.of(parts);

    assertThat(binaries.directory().resolve("bin/postgres")).isExecutable();
    assertThat(binaries.directory().resolve("bin/initdb")).isExecutable();
    assertThat(Files.getPosixFilePermissions(parts.resolve("postgresql")))
        .doesNotContainAnyElementsOf(OTHERS);
    try (Stream<Path> files = Files.walk(binaries.directory())) {
      assertThat(files.filter(Files::isRegularFile))
          .isNotEmpty()
          .allSatisfy(
              file ->
                  assertThat(Files.getPosixFilePermissions(file))
                      .doesNotContainAnyElementsOf(OTHERS));
    }
    assertThat(PostgresBinaries.of(parts)).isEqualTo(binaries);
  }

  @Test
  void theProgramsRun() throws Exception {
    var binaries = PostgresBinaries.of(parts);

    Process version =
        new ProcessBuilder(binaries.command("postgres", List.of("--version"))).start();

    assertThat(new String(version.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .startsWith("postgres (");
  }
}
