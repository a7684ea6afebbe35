package org.vigie.kit.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestDatabaseTest {

  private static final TestDatabase DATABASE = TestDatabase.start();

  @AfterAll
  static void end() {
    DATABASE.close();
  }

  @Test
  void itsProgramsLieInTheModuleWhereTheirOwnerAloneMayEnter() throws Exception {
    var programs = Path.of(answer("SELECT setting FROM pg_config WHERE name = 'BINDIR'"));

    assertThat(programs.resolve("postgres")).isExecutable();
    isClosed(programs);
  }

  @Test
  void itsFilesLieInTheModuleWhereTheirOwnerAloneMayEnter() throws Exception {
    isClosed(Path.of(answer("SHOW data_directory")));
  }

  @Test
  void whoDoesNotKnowItsPasswordIsRefused() {
    assertThatThrownBy(() -> DriverManager.getConnection(DATABASE.url(), "postgres", "postgres"))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("password authentication failed");
  }

  @Test
  void aDirectoryIsMadeClosed(@TempDir Path parent) throws IOException {
    var directory = ClosedDirectory.open(parent.resolve("target").resolve("programs"));

    assertThat(mode(directory)).isEqualTo("rwx------");
    assertThat(ClosedDirectory.open(directory)).isEqualTo(directory);
  }

  @Test
  void aDirectoryThatOthersMayEnterIsRefused(@TempDir Path parent) throws IOException {
    var directory = Files.createDirectory(parent.resolve("programs"));
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxrwxrwx"));

    assertThatThrownBy(() -> ClosedDirectory.open(directory))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(directory + " has mode rwxrwxrwx")
        .hasMessageContaining("Remove it");
  }

  @Test
  void aLinkToAnotherDirectoryIsRefused(@TempDir Path parent) throws IOException {
    var closed = ClosedDirectory.open(parent.resolve("closed"));
    var link = Files.createSymbolicLink(parent.resolve("link"), closed);

    assertThatThrownBy(() -> ClosedDirectory.open(link)).isInstanceOf(IllegalStateException.class);
  }

  // Below a closed directory, a directory's own mode opens it to nobody.
  private static void isClosed(Path place) throws IOException {
    var module = Path.of("target").toRealPath();
    assertThat(place.toRealPath()).startsWith(module);
    var parents =
        Stream.iterate(place.toRealPath(), path -> !path.equals(module), Path::getParent).toList();

    assertThat(parents).anySatisfy(parent -> assertThat(mode(parent)).isEqualTo("rwx------"));
    assertThat(parents)
        .allSatisfy(
            parent ->
                assertThat(Files.getOwner(parent))
                    .isEqualTo(Files.getOwner(Path.of("/proc/self"))));
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  private static String answer(String question) throws SQLException {
    try (var connection = DATABASE.database("postgres").getConnection();
        var answer = connection.createStatement().executeQuery(question)) {
      answer.next();
      return answer.getString(1);
    }
  }
}
