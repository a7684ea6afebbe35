package org.vigie.ingestion.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.ingestion.check.Verdict.Altered;
import org.vigie.ingestion.check.Verdict.Refused;
import org.vigie.ingestion.check.Verdict.Sound;
import org.vigie.ingestion.delivery.Hash;
import org.vigie.ingestion.delivery.Source;
import org.vigie.ingestion.delivery.StoredFile;

class FileCheckTest {

  private static final String HEADER = "Siret;Compte;periode;enc_direct;cotis_due\n";
  private static final String ROW = "00000000000000;1;1022;4;4\n";

  @TempDir Path directory;

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
    assertThat(refused(new byte[0], false)).contains("zero bytes");
    assertThat(refused("\n\n".getBytes(StandardCharsets.UTF_8), false)).contains("no header");
    assertThat(refused(gzip(""), true)).contains("no header");
  }

  @Test
  void aMissingColumnIsNamed() throws IOException {
    assertThat(refused("Compte;periode;enc_direct\n" + ROW)).contains("siret, cotis_due");
    assertThat(reason(check(Source.EFFECTIF, bytes("siret;compte\n"), false)))
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
  void gzipIsReadToItsEnd() throws IOException {
    var whole = gzip(HEADER + ROW.repeat(10_000));
    assertThat(check(Source.COTISATION, whole, true)).isInstanceOf(Sound.class);
    assertThat(refused(Arrays.copyOf(whole, whole.length - 9), true)).contains("gzip");
    assertThat(refused(Arrays.copyOf(whole, 5), true)).contains("gzip");
    assertThat(refused(bytes(HEADER), true)).contains("gzip");
    whole[whole.length / 2] ^= 0x55;
    assertThat(refused(whole, true)).contains("gzip");
    assertThat(refused(gzip(HEADER), false)).contains("does not end in .gz");
  }

  @Test
  void whenMostLinesAreNotUtf8TheFileIsOfAnotherEncoding() throws IOException {
    var accented = HEADER + "00000000000000;é;1022;4;4\n".repeat(3);
    assertThat(charset(accented.getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(StandardCharsets.UTF_8);
    assertThat(charset(accented.getBytes(TextCensus.LATIN_9))).isEqualTo(TextCensus.LATIN_9);
    assertThat(charset(accented.replace("é", "é’").getBytes(TextCensus.WINDOWS_1252)))
        .isEqualTo(TextCensus.WINDOWS_1252);
    var one = (HEADER + ROW + "0;é;1022;4;4\n").getBytes(TextCensus.LATIN_9);
    assertThat(charset(one)).isEqualTo(StandardCharsets.UTF_8);
  }

  @Test
  void whatIsNoTextIsRefused() throws IOException {
    assertThat(refused(HEADER.getBytes(StandardCharsets.UTF_16), false)).contains("UTF-16");
    assertThat(refused(HEADER.getBytes(StandardCharsets.UTF_16LE), false)).contains("not a text");
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
      assertThat(FileCheck.check(new StoredFile(file, accepted), false, Source.COTISATION))
          .isInstanceOf(Altered.class);
    }
    var cut = Arrays.copyOf(gzip(HEADER + ROW), 20);
    var file = Files.write(directory.resolve("delivery"), cut);
    assertThat(
            FileCheck.check(
                new StoredFile(file, sha256(gzip(HEADER + ROW))), true, Source.COTISATION))
        .isInstanceOf(Altered.class);
  }

  private Charset charset(byte[] content) throws IOException {
    return ((Sound) check(Source.COTISATION, content, false)).reader().charset();
  }

  private String refused(String content) throws IOException {
    return refused(bytes(content), false);
  }

  private String refused(byte[] content, boolean gzip) throws IOException {
    return reason(check(Source.COTISATION, content, gzip));
  }

  private static String reason(Verdict verdict) {
    assertThat(verdict).isInstanceOf(Refused.class);
    return ((Refused) verdict).reason();
  }

  private Verdict check(String content) throws IOException {
    return check(Source.COTISATION, bytes(content), false);
  }

  private Verdict check(Source source, byte[] content, boolean gzip) throws IOException {
    var file = Files.write(directory.resolve("delivery"), content);
    return FileCheck.check(new StoredFile(file, sha256(content)), gzip, source);
  }

  private static String sha256(byte[] content) {
    return HexFormat.of().formatHex(Hash.sha256().digest(content));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static byte[] gzip(String text) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(bytes)) {
      out.write(bytes(text));
    }
    return bytes.toByteArray();
  }
}
