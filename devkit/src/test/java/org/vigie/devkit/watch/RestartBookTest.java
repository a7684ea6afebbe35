package org.vigie.devkit.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.devkit.installation.Installation;

class RestartBookTest {

  private static final Instant NOON = Instant.parse("2025-03-01T12:00:00.5Z");

  @TempDir Path data;

  private RestartBook book;

  @BeforeEach
  void openBook() {
    book = new RestartBook(Installation.open(Path.of("."), data, 24_000));
  }

  @Test
  void aProcessThatNobodyWroteOfHasNoRestarts() throws IOException {
    assertThat(book.read("kafka")).isEqualTo(Restarts.NONE);
  }

  @Test
  void whatIsWrittenIsRead() throws IOException {
    Restarts failed =
        Restarts.NONE
            .ended(NOON)
            .restarted(NOON)
            .ended(NOON.plusSeconds(1))
            .attempted(NOON.plusSeconds(2))
            .failed("port 24001 = \"in use\"\\ by\nanother: é");

    book.write("kafka", failed);

    assertThat(book.read("kafka")).isEqualTo(failed);
    assertThat(book.read("postgresql")).isEqualTo(Restarts.NONE);
  }

  @Test
  void onlyItsOwnerReadsIt() throws IOException {
    book.write("kafka", Restarts.NONE.restarted(NOON));

    assertThat(Files.getPosixFilePermissions(data.resolve("run/kafka.restarts")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }
}
