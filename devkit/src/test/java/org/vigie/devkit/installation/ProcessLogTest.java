package org.vigie.devkit.installation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessLogTest {

  private static final int LINES = 30;

  @TempDir Path data;

  private ProcessLog log;

  @BeforeEach
  void openLog() {
    log = Installation.open(Path.of("."), data, 24_000).log("kafka");
  }

  @Test
  void whatACrashLeftIsStillThereAfterTheNextStart() throws Exception {
    start("the crash");
    start("all is well");

    assertThat(Files.readString(log.file())).contains("the crash").contains("all is well");
  }

  @Test
  void theLastLinesAreThoseOfTheLatestStart() throws Exception {
    start("the crash");
    start("all is well");

    assertThat(log.tail(LINES)).hasSize(2).last().isEqualTo("all is well");
    assertThat(log.tail(LINES)).first().asString().contains("start of kafka");
  }

  @Test
  void theLastLinesOfAProcessThatNeverStartedAreNone() throws Exception {
    assertThat(log.tail(LINES)).isEmpty();
  }

  @Test
  void ofALongStartTheLastLinesAreTold() throws Exception {
    log.begin();
    for (int i = 0; i < 5000; i++) {
      write("line number " + i);
    }

    assertThat(log.tail(3))
        .containsExactly("line number 4997", "line number 4998", "line number 4999");
  }

  @Test
  void aFullLogIsSetAsideAtTheNextStart() throws Exception {
    start("the crash");
    fill();

    start("all is well");

    assertThat(Files.readString(log.file())).doesNotContain("the crash").contains("all is well");
    assertThat(setAside()).hasSize(1);
    assertThat(firstLines(setAside().getFirst())).contains("the crash");
  }

  @Test
  void aBoundedNumberOfLogsIsKept() throws Exception {
    for (int i = 0; i < ProcessLog.SET_ASIDE_MAX + 3; i++) {
      start("start " + i + ".");
      fill();
    }

    assertThat(setAside()).hasSize(ProcessLog.SET_ASIDE_MAX);
    assertThat(firstLines(log.file())).contains("start 7.");
    assertThat(firstLines(setAside().getLast())).contains("start 2.");
  }

  @Test
  void aFullLogIsSetAsideWhileItsProcessWritesOn() throws Exception {
    log.begin();
    Process process =
        new ProcessBuilder("sh", "-c", "echo before; read -r line; echo after")
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.file().toFile()))
            .start();
    while (!Files.readString(log.file()).contains("before")) {
      Thread.onSpinWait();
    }
    fill();

    log.bound();
    process.getOutputStream().close();
    process.waitFor();

    assertThat(Files.readString(log.file())).isEqualTo("after\n");
    assertThat(firstLines(setAside().getFirst())).contains("before");
  }

  @Test
  void aLogThatIsNotFullIsLeftAsItIs() throws Exception {
    start("all is well");

    log.bound();

    assertThat(log.tail(LINES)).last().isEqualTo("all is well");
    assertThat(setAside()).isEmpty();
  }

  @Test
  void aLogIsItsOwnersAlone() throws Exception {
    log.begin();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(log.file())))
        .isEqualTo("rw-------");
  }

  private void start(String line) throws IOException {
    log.begin();
    write(line);
  }

  private void write(String line) throws IOException {
    Files.writeString(log.file(), line + "\n", StandardOpenOption.APPEND);
  }

  // Sparse: a full log costs nothing.
  private void fill() throws IOException {
    try (var file = new RandomAccessFile(log.file().toFile(), "rw")) {
      file.setLength(ProcessLog.BYTES_MAX);
    }
  }

  private List<Path> setAside() throws IOException {
    try (Stream<Path> files = Files.list(data.resolve("logs"))) {
      return files.filter(file -> !file.equals(log.file())).sorted().toList();
    }
  }

  private static String firstLines(Path file) throws IOException {
    try (var reader = Files.newInputStream(file)) {
      return new String(reader.readNBytes(1000), StandardCharsets.UTF_8);
    }
  }
}
