package org.vigie.ingestion.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;
import org.vigie.ingestion.check.Verdict.Altered;
import org.vigie.ingestion.check.Verdict.Refused;
import org.vigie.ingestion.check.Verdict.Sound;
import org.vigie.ingestion.delivery.Container;
import org.vigie.ingestion.delivery.Source;
import org.vigie.ingestion.delivery.StoredFile;
import org.vigie.ingestion.parse.Line;
import org.vigie.ingestion.parse.RowReader;
import org.vigie.ingestion.unpack.UnpackException;
import org.vigie.ingestion.unpack.Unpacked;

/// Reads a delivery to its end before anything of it is published: whether it is complete, a
/// text, and has the header of its source.
public final class FileCheck {

  // UTF-16 with its byte order mark: some exports are so written, none of the sources taken.
  private static final int UTF_16_LITTLE = 0xFFFE;
  private static final int UTF_16_BIG = 0xFEFF;

  private static final int GZIP = 0x1F8B;

  // PK: an Excel workbook is a zip too.
  private static final int ZIP = 0x504B;

  /// @throws IOException when the store itself fails
  public static Verdict check(StoredFile file, Container container, Source source)
      throws IOException {
    try (var bytes = file.open();
        var text = Unpacked.text(bytes, container)) {
      var verdict = verdict(text, source);
      return bytes.isAsAccepted() ? verdict : new Altered();
    }
  }

  static Verdict verdict(InputStream text, Source source) throws IOException {
    try {
      var pushedBack = new PushbackInputStream(text, Short.BYTES);
      var first = pushedBack.readNBytes(Short.BYTES);
      pushedBack.unread(first);
      var refused = refusedBy(first);
      return refused == null ? read(Lines.of(pushedBack), source) : refused;
    } catch (UnpackException e) {
      return new Refused(String.valueOf(e.getMessage()));
    }
  }

  private static @Nullable Refused refusedBy(byte[] first) {
    if (first.length == 0) {
      return new Refused("the file is empty: zero bytes");
    }
    if (first.length < Short.BYTES) {
      return null;
    }
    return switch ((first[0] & 0xFF) << Byte.SIZE | (first[1] & 0xFF)) {
      case GZIP -> new Refused("the text is a gzip: deliver it once compressed, named .gz");
      case ZIP ->
          new Refused("the text is a zip or a workbook: deliver its CSV, or name the zip .zip");
      case UTF_16_LITTLE, UTF_16_BIG ->
          new Refused("the file is in UTF-16, which is not read: save it in UTF-8");
      default -> null;
    };
  }

  private static Verdict read(Lines lines, Source source) throws IOException {
    var census = new TextCensus();
    Line header = null;
    for (var line = lines.next(); line != null; line = lines.next()) {
      census.add(line);
      header = header == null && !line.isBlank(source.delimiter()) ? line : header;
    }
    return header == null
        ? new Refused("the file holds no header: it is empty")
        : verdict(header, census.charset(), source);
  }

  private static Verdict verdict(Line header, Charset charset, Source source) {
    if (header.isCut()) {
      return new Refused("the header is longer than a line may be: " + Line.BYTES_MAX + " bytes");
    }
    var text = new String(header.bytes(), charset);
    var fault = HeaderCheck.fault(text, source);
    if (fault.isPresent()) {
      return new Refused(
          text.indexOf('\0') < 0 ? fault.get() : "the file is not a text: its header holds a NUL");
    }
    var columns = HeaderCheck.columns(text, source.delimiter());
    return new Sound(new RowReader(columns, source.delimiter(), charset), header.number());
  }

  private FileCheck() {}
}
