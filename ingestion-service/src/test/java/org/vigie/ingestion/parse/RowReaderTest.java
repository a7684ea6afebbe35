package org.vigie.ingestion.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.ingestion.parse.Reading.Bad;
import org.vigie.ingestion.parse.Reading.Good;

class RowReaderTest {

  private static final RowReader READER = reader(StandardCharsets.UTF_8);

  @Test
  void aRowHasATrimmedTextForEachColumn() {
    assertThat(fields("1;\"a;\"\"b\"\"\";3")).containsExactly("1", "a;\"b\"", "3");
    assertThat(fields(";;")).containsExactly("", "", "");
    assertThat(fields("1;it\"s;")).containsExactly("1", "it\"s", "");
    var row = ((Good<Row>) READER.read(line("1; x ;3"))).value();
    assertThat(row.cell("b")).isEqualTo("x");
    assertThat(row.cell("absent")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "1;2!2 fields where the header has 3",
        "1;2;3;4!4 fields where the header has 3",
        "1;\"2;3!a quote is left open",
        "1;\"2\"x;3!text follows a closing quote",
        "1;\0;3!holds a NUL"
      })
  void aLineThatIsNoRowIsRejectedWithItsReason(String line, String reason) {
    assertThat(READER.read(line(line))).isEqualTo(Reading.bad(reason));
  }

  @Test
  void aLineThatIsNotOfTheFilesEncodingIsRejected() {
    var latin = "1;été;3".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(READER.read(new Line(2, 0, latin.length, latin))).isInstanceOf(Bad.class);
    assertThat(reader(Charset.forName("ISO-8859-15")).read(new Line(2, 0, latin.length, latin)))
        .isInstanceOf(Good.class);
    assertThat(READER.read(line("1;\uFFFD;3"))).isInstanceOf(Good.class);
  }

  @Test
  void aFieldOver64KiBIsRejected() {
    var most = "x".repeat(RowReader.FIELD_BYTES_MAX);
    assertThat(READER.read(line("1;" + most + ";3"))).isInstanceOf(Good.class);
    assertThat(READER.read(line("1;" + most + "x;3"))).isInstanceOf(Bad.class);
    assertThat(READER.read(new Line(2, 0, Line.BYTES_MAX + 1L, new byte[Line.BYTES_MAX])))
        .isInstanceOf(Bad.class);
  }

  @Property
  void whatIsQuotedIsReadBack(@ForAll List<String> fields) {
    var flat = fields.stream().map(field -> field.replaceAll("[\\r\\n]", " ")).toList();
    var line =
        String.join(";", flat.stream().map(f -> '"' + f.replace("\"", "\"\"") + '"').toList());
    if (!flat.isEmpty()) {
      assertThat(FieldSplitter.split(line, ';')).isEqualTo(Reading.good(flat));
    }
  }

  private static List<String> fields(String line) {
    return ((Good<List<String>>) FieldSplitter.split(line, ';')).value();
  }

  private static RowReader reader(Charset charset) {
    return new RowReader(Columns.of(List.of("A", "b", " C ")), ';', charset);
  }

  private static Line line(String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    return new Line(2, 0, bytes.length, bytes);
  }
}
