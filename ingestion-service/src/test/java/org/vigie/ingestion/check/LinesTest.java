package org.vigie.ingestion.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.ingestion.parse.Line;

class LinesTest {

  @TempDir Path directory;

  @Test
  void linesEndWithLfOrCrLfAndAreNumberedFrom1() throws IOException {
    assertThat(lines("a\r\n\nb;\"c\nd\""))
        .extracting(line -> line.number() + "@" + line.offset() + ":" + text(line))
        .containsExactly("1@0:a", "2@3:", "3@4:b;\"c", "4@9:d\"");
  }

  @Test
  void aByteOrderMarkIsPassedOver() throws IOException {
    assertThat(lines("\uFEFFa\nb"))
        .extracting(line -> line.offset() + ":" + text(line))
        .containsExactly("3:a", "5:b");
    assertThat(lines("")).isEmpty();
    assertThat(lines("\uFEFF")).isEmpty();
    assertThat(lines("a")).hasSize(1);
  }

  @Test
  void aLineOfAnyLengthIsCutAtItsBound() throws IOException {
    var lines = lines("x".repeat(3 * Line.BYTES_MAX) + "\nnext");
    assertThat(lines.getFirst().length()).isEqualTo(3L * Line.BYTES_MAX);
    assertThat(lines.getFirst().bytes()).hasSize(Line.BYTES_MAX);
    assertThat(text(lines.getLast())).isEqualTo("next");
    assertThat(lines.getLast().offset()).isEqualTo(3L * Line.BYTES_MAX + 1);
  }

  private static String text(Line line) {
    return new String(line.bytes(), StandardCharsets.UTF_8);
  }

  private List<Line> lines(String content) throws IOException {
    var file = Files.writeString(directory.resolve("file"), content);
    var found = new ArrayList<Line>();
    try (var lines = Lines.of(Files.newInputStream(file), false)) {
      for (var line = lines.next(); line != null; line = lines.next()) {
        found.add(line);
      }
    }
    return found;
  }
}
