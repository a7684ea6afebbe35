package org.vigie.ingestion.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.ingestion.parse.Reading.Bad;
import org.vigie.ingestion.parse.Reading.Good;

class RowReaderTest {

  private static final RowReader READER = reader(StandardCharsets.UTF_8);

  @Test
  void aRowHasATrimmedTextForEachColumn() {
    assertThat(fields("1;\"a;\"\"b\"\"\";3")).containsExactly("1", "a;\"b\"", "3");
    assertThat(fields(";;")).containsExactly("", "", "");
    assertThat(fields("1;it\"s;")).containsExactly("1", "it\"s", "");
    assertThat(row("1;\u00A0x\u202F;3").cell(1)).isEqualTo("x");
    assertThat(row("1; NaN;3").cell(1)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "1;2!2 fields where the header has 3",
        "1;2;3;4!4 fields where the header has 3",
        "1;2;3;;!5 fields where the header has 3",
        "1;\"2;3!a quote is left open"
      })
  void aLineThatIsNoRowIsRejectedWithItsReason(String line, String reason) {
    assertThat(READER.read(line(line))).isEqualTo(Reading.bad(reason));
  }

  @Test
  void aDelimiterAtTheEndOfTheRowsOrOfTheHeaderSaysNothing() {
    assertThat(row("1;2;3;")).isEqualTo(row("1;2;3"));
    assertThat(row("1;2;3;\u00A0")).isEqualTo(row("1;2;3"));
    var unnamed = new RowReader(Columns.of(List.of("a", "b", "")), ';', StandardCharsets.UTF_8);
    assertThat(unnamed.read(line("1;2"))).isEqualTo(unnamed.read(line("1;2;")));
    assertThat(unnamed.read(line("1"))).isInstanceOf(Bad.class);
  }

  @Test
  void whatIsWrongInOneFieldIsTheFaultOfThatFieldAlone() {
    assertThat(row("1;\"2\"x;3").faults()).containsExactly(fault("text follows a closing quote"));
    assertThat(row("1;\"2\"x;3").fields()).containsExactly("1", "2x", "3");
    assertThat(row("1;\0;3").faults()).containsExactly(fault("holds a NUL"));
    var most = "x".repeat(RowReader.FIELD_BYTES_MAX);
    assertThat(row("1;" + most + ";3").faults()).isEmpty();
    assertThat(row("1;" + most + "x;3").faults())
        .containsExactly(fault("a field is at most 65536 bytes"));
  }

  @Test
  void bytesThatAreNoTextOfTheFilesEncodingAreTheFaultOfTheirField() {
    var latin = "\uFFFD;été;3".getBytes(StandardCharsets.UTF_8);
    var mixed = "1;été;3".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(row(latin).faults()).isEmpty();
    assertThat(row(mixed).faults()).containsExactly(fault("is not text in UTF-8"));
    assertThat(row(mixed).fields()).containsExactly("1", "\uFFFDt\uFFFD", "3");
    var windows = reader(Charset.forName("windows-1252"));
    assertThat(read(windows, mixed).fields()).containsExactly("1", "été", "3");
    assertThat(read(windows, new byte[] {'1', ';', (byte) 0x81, ';', '3'}).faults())
        .containsExactly(fault("is not text in windows-1252"));
  }

  @Test
  void aReplacementInTheFileIsToldFromDamageBesideIt() {
    var bytes = "\uFFFD;x;3".getBytes(StandardCharsets.UTF_8);
    bytes[4] = (byte) 0xE9;
    assertThat(row(bytes).faults()).containsExactly(fault("is not text in UTF-8"));
  }

  @Test
  void aLineOverOneMebibyteIsRejected() {
    assertThat(READER.read(new Line(2, 0, Line.BYTES_MAX + 1L, new byte[Line.BYTES_MAX])))
        .isEqualTo(Reading.bad("a line is at most 1048576 bytes"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ;;", ";;;;", "\t;", "\"\";\"\";"})
  void aLineOfDelimitersOnlyIsBlank(String text) {
    assertThat(line(text).isBlank(';')).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0;;", ",", "\"", "\"\";\""})
  void anythingElseIsNot(String text) {
    assertThat(line(text).isBlank(';')).isFalse();
  }

  @Property
  void whatIsQuotedIsReadBack(@ForAll List<String> fields) {
    var flat = fields.stream().map(field -> field.replaceAll("[\\r\\n]", " ")).toList();
    var line =
        String.join(";", flat.stream().map(f -> '"' + f.replace("\"", "\"\"") + '"').toList());
    if (!flat.isEmpty()) {
      assertThat(fields(line)).isEqualTo(flat);
    }
  }

  private static List<String> fields(String line) {
    return ((Good<FieldSplitter.Fields>) FieldSplitter.split(line, ';')).value().texts();
  }

  private static Map.Entry<Integer, String> fault(String rule) {
    return Map.entry(1, rule);
  }

  private static Row row(String line) {
    return row(line.getBytes(StandardCharsets.UTF_8));
  }

  private static Row row(byte[] line) {
    return read(READER, line);
  }

  private static Row read(RowReader reader, byte[] line) {
    return ((Good<Row>) reader.read(new Line(2, 0, line.length, line))).value();
  }

  private static RowReader reader(Charset charset) {
    return new RowReader(Columns.of(List.of("A", "b", " C ")), ';', charset);
  }

  private static Line line(String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    return new Line(2, 0, bytes.length, bytes);
  }
}
