package org.vigie.ingestion.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.ingestion.check.Verdict.Altered;
import org.vigie.ingestion.check.Verdict.Refused;
import org.vigie.ingestion.check.Verdict.Sound;
import org.vigie.ingestion.delivery.Container;
import org.vigie.ingestion.delivery.Hash;
import org.vigie.ingestion.delivery.KnownAt;
import org.vigie.ingestion.delivery.Source;
import org.vigie.ingestion.delivery.StoredFile;
import org.vigie.ingestion.parse.Line;
import org.vigie.ingestion.parse.LineParser;
import org.vigie.ingestion.parse.RowReader;
import org.vigie.ingestion.parse.SourceParser;

class FileCheckTest {

  @TempDir Path directory;

  private static final String HEADER = "Siret;Compte;periode;enc_direct;cotis_due\n";
  private static final String ROW = "00000000000000;1;1022;4;4\n";

  @Test
  void aFileOfItsSourceIsSound() throws IOException {
    assertThat(check(HEADER + ROW)).isInstanceOf(Sound.class);
    assertThat(check("\uFEFF" + HEADER + ROW)).isInstanceOf(Sound.class);
    assertThat(check("cotis_due;SIRET;x;ENC_DIRECT;Periode\r\n")).isInstanceOf(Sound.class);
    assertThat(((Sound) check("\n \n" + HEADER)).headerLine()).isEqualTo(3);
    assertThat(((Sound) check(HEADER)).headerLine()).isEqualTo(1);
  }

  @Test
  void aFileThatIsEmptyIsRefused() throws IOException {
    assertThat(refused(new byte[0])).contains("zero bytes");
    assertThat(refused("\n\n")).contains("no header");
    assertThat(refused("\n")).contains("no header");
  }

  @Test
  void aMissingColumnIsNamed() throws IOException {
    assertThat(refused("Compte;periode;enc_direct\n" + ROW)).contains("siret, cotis_due");
    assertThat(reason(check(Source.EFFECTIF, bytes("siret;compte\n"), Container.PLAIN)))
        .contains("effYYYYQM");
  }

  @Test
  void aWrongDelimiterIsToldAsSuch() throws IOException {
    assertThat(refused(HEADER.replace(';', ',')))
        .isEqualTo("columns are separated by ',' where ';' is expected");
    assertThat(refused(HEADER.replace(';', '\t'))).contains("a tab");
  }

  @Test
  void aColumnThatStandsTwiceIsRefused() throws IOException {
    assertThat(refused("Siret;" + HEADER)).contains("twice").contains("siret");
    assertThat(check("Dep;dep;" + HEADER)).isInstanceOf(Sound.class);
  }

  @Test
  void aPackedFileIsReadThroughAndRefusedWithItsReasonWhenItIsNotWhole() throws IOException {
    var whole = gzip(HEADER + ROW.repeat(10_000));
    assertThat(check(whole, Container.GZIP)).isInstanceOf(Sound.class);
    assertThat(reason(check(Arrays.copyOf(whole, whole.length - 9), Container.GZIP)))
        .isEqualTo("the gzip is cut: it ends early");
    assertThat(reason(check(bytes(HEADER), Container.GZIP))).contains("the gzip is none");
    assertThat(reason(check(joined(whole, bytes(ROW)), Container.GZIP)))
        .isEqualTo("the gzip is followed by other bytes: rows would be lost in them");
  }

  @Test
  void whatIsPackedWithoutANameThatSaysSoIsRefusedWithTheWayOut() throws IOException {
    assertThat(refused(gzip(HEADER))).contains("named .gz");
    assertThat(reason(check(gzip(""), Container.GZIP))).contains("zero bytes");
    assertThat(refused(bytes("PK\u0003\u0004"))).contains("workbook").contains(".zip");
  }

  @Test
  void aFileWhoseBytesBeyondAsciiAreNeverUtf8IsWindows1252WhateverTheirShare() throws IOException {
    var accented = HEADER + "0;\u00E9\u2019;1022;4;4\n" + ROW.repeat(50);
    assertThat(charset(bytes(HEADER + ROW))).isEqualTo(StandardCharsets.UTF_8);
    assertThat(charset(bytes(accented))).isEqualTo(StandardCharsets.UTF_8);
    assertThat(charset(accented.getBytes(TextCensus.WINDOWS_1252)))
        .isEqualTo(TextCensus.WINDOWS_1252);
  }

  @Test
  void aFileThatMixesBothStaysUtf8() throws IOException {
    var one = bytes("0;\u00E9;1022;4;4\n");
    var other = "0;\u00E9;1022;4;4\n".getBytes(TextCensus.WINDOWS_1252);
    assertThat(charset(joined(bytes(HEADER), other, one))).isEqualTo(StandardCharsets.UTF_8);
    assertThat(charset(joined(bytes(HEADER), other, bytes(ROW))))
        .isEqualTo(TextCensus.WINDOWS_1252);
  }

  @Property
  void everyCharacterBeyondAsciiStartsOneOfUtf8(@ForAll String text) {
    var utf8 = bytes(text);
    var found = IntStream.range(0, utf8.length).filter(i -> Utf8.startsCharacter(utf8, i)).count();
    assertThat(found).isEqualTo(new String(utf8, UTF_8).codePoints().filter(c -> c > 127).count());
  }

  @Test
  void whatOnlyLooksLikeUtf8IsNot() {
    for (var bytes :
        List.of("C080", "E08080", "EDA080", "F4908080", "F5808080", "C3", "E282", "A9")) {
      assertThat(Utf8.startsCharacter(HexFormat.of().parseHex(bytes), 0)).isFalse();
    }
  }

  @Test
  void namesOfColumnsAreReadThroughBlanksMarksAndQuotes() throws IOException {
    assertThat(check("\uFEFF\"\uFEFFSIRET\";\u00A0Compte ;periode;ENC_direct;cotis_due;\n" + ROW))
        .isInstanceOf(Sound.class);
    assertThat(((Sound) check(";;;;\r \r" + HEADER)).headerLine()).isEqualTo(3);
  }

  @Test
  void whatIsNoTextIsRefused() throws IOException {
    assertThat(refused(HEADER.getBytes(StandardCharsets.UTF_16))).contains("UTF-16");
    assertThat(refused(HEADER.getBytes(StandardCharsets.UTF_16LE))).contains("not a text");
  }

  @Property
  void anyBytesAreAVerdictAndEachOfTheirLinesAnOutcome(@ForAll byte[] bytes) throws IOException {
    assertThat(FileCheck.verdict(new ByteArrayInputStream(bytes), Source.DEBIT)).isNotNull();
    var columns = HeaderCheck.columns(HEADER.strip(), ';');
    var parser =
        new LineParser(
            new RowReader(columns, ';', UTF_8),
            SourceParser.of(Source.COTISATION),
            KnownAt.onDay(LocalDate.EPOCH));
    var lines = Lines.of(new ByteArrayInputStream(bytes));
    for (var line = lines.next(); line != null; line = lines.next()) {
      assertThat(parser.parse(line).toString()).doesNotContain("could not be read");
    }
  }

  @Test
  void aHeaderThatIsCutIsRefused() throws IOException {
    assertThat(refused(HEADER.replace("\n", ";" + "x".repeat(Line.BYTES_MAX) + "\n")))
        .contains("1048576 bytes");
  }

  @Test
  void aQuoteLeftOpenIsTheFaultOfItsOwnLine() throws IOException {
    assertThat(check(HEADER + "0;\"open;1022;4;4\n" + ROW)).isInstanceOf(Sound.class);
  }

  @Test
  void bytesThatAreNotThoseAcceptedTellNothingOfTheDelivery() throws IOException {
    var accepted = sha256(bytes(HEADER + ROW));
    for (var stored : List.of(HEADER + ROW.replace('4', '5'), HEADER, "no;header\n", "")) {
      var file = Files.writeString(directory.resolve("delivery"), stored);
      assertThat(
              FileCheck.check(new StoredFile(file, accepted), Container.PLAIN, Source.COTISATION))
          .isInstanceOf(Altered.class);
    }
    var cut = Arrays.copyOf(gzip(HEADER + ROW), 20);
    var file = Files.write(directory.resolve("delivery"), cut);
    assertThat(
            FileCheck.check(
                new StoredFile(file, sha256(gzip(HEADER + ROW))),
                Container.GZIP,
                Source.COTISATION))
        .isInstanceOf(Altered.class);
  }

  private Charset charset(byte[] content) throws IOException {
    return ((Sound) check(content, Container.PLAIN)).reader().charset();
  }

  private String refused(String content) throws IOException {
    return refused(bytes(content));
  }

  private String refused(byte[] content) throws IOException {
    return reason(check(content, Container.PLAIN));
  }

  private static String reason(Verdict verdict) {
    assertThat(verdict).isInstanceOf(Refused.class);
    return ((Refused) verdict).reason();
  }

  private Verdict check(String content) throws IOException {
    return check(bytes(content), Container.PLAIN);
  }

  private Verdict check(byte[] content, Container container) throws IOException {
    return check(Source.COTISATION, content, container);
  }

  private Verdict check(Source source, byte[] content, Container container) throws IOException {
    var file = Files.write(directory.resolve("delivery"), content);
    return FileCheck.check(new StoredFile(file, sha256(content)), container, source);
  }

  private static String sha256(byte[] content) {
    return HexFormat.of().formatHex(Hash.sha256().digest(content));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] joined(byte[]... parts) throws IOException {
    var bytes = new ByteArrayOutputStream();
    for (var part : parts) {
      bytes.write(part);
    }
    return bytes.toByteArray();
  }

  static byte[] gzip(String text) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(bytes)) {
      out.write(bytes(text));
    }
    return bytes.toByteArray();
  }
}
