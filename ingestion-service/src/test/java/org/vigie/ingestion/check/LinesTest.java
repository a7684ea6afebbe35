package org.vigie.ingestion.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.vigie.ingestion.parse.Line;

class LinesTest {

  @Test
  void linesEndWithLfOrCrLfAndAreNumberedFrom1() throws IOException {
    assertThat(lines("a\r\n\nb;\"c\nd\""))
        .extracting(line -> line.number() + "@" + line.offset() + ":" + text(line))
        .containsExactly("1@0:a", "2@3:", "3@4:b;\"c", "4@9:d\"");
  }

  @Test
  void aCarriageReturnAloneEndsALineToo() throws IOException {
    assertThat(lines("a\rb\r\r\nc\r"))
        .extracting(line -> line.number() + "@" + line.offset() + ":" + text(line))
        .containsExactly("1@0:a", "2@2:b", "3@4:", "4@6:c");
  }

  @Test
  void anEndOfLineMayFallOnTheEdgeOfTheBuffer() throws IOException {
    for (int length = (64 << 10) - 3; length <= (64 << 10) + 3; length++) {
      var lines = lines("x".repeat(length) + "\r\ny\rz");
      assertThat(lines).hasSize(3);
      assertThat(lines.getFirst().bytes()).hasSize(length);
      assertThat(lines.get(1).offset()).isEqualTo(length + 2L);
      assertThat(lines.get(2).offset()).isEqualTo(length + 4L);
    }
  }

  @Property
  void theBytesOfALineAreThoseAtItsOffset(@ForAll("endings") List<String> parts)
      throws IOException {
    var content = String.join("", parts);
    for (var line : lines(content)) {
      int from = (int) line.offset();
      assertThat(text(line)).isEqualTo(content.substring(from, from + (int) line.length()));
      assertThat(text(line)).doesNotContain("\r", "\n");
    }
    assertThat(lines(content).stream().map(LinesTest::text).toList())
        .isEqualTo(content.lines().toList());
  }

  @Provide
  Arbitrary<List<String>> endings() {
    return Arbitraries.of("a", ";", "\n", "\r", "\r\n").list().ofMaxSize(12);
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

  private static List<Line> lines(String content) throws IOException {
    var found = new ArrayList<Line>();
    var lines = Lines.of(new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
    for (var line = lines.next(); line != null; line = lines.next()) {
      found.add(line);
    }
    return found;
  }
}
