package org.vigie.ingestion.check;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.vigie.ingestion.check.Verdict.Altered;
import org.vigie.ingestion.check.Verdict.Refused;
import org.vigie.ingestion.check.Verdict.Sound;
import org.vigie.ingestion.delivery.Source;
import org.vigie.ingestion.delivery.StoredFile;
import org.vigie.ingestion.parse.Line;
import org.vigie.ingestion.parse.RowReader;

/// Reads a stored file to its end before anything of it is published: whether it is complete, a
/// text, and has the header of its source.
public final class FileCheck {

  // UTF-16 with its byte order mark: some exports are so written, none of the sources taken.
  private static final int UTF_16_LITTLE = 0xFFFE;
  private static final int UTF_16_BIG = 0xFEFF;

  private static final int GZIP_MAGIC = 0x1F8B;

  private static final int BUFFER_BYTES = 64 << 10;

  /// @throws IOException when the store itself fails
  public static Verdict check(StoredFile file, boolean gzip, Source source) throws IOException {
    try (var bytes = file.open()) {
      var verdict = verdict(bytes, gzip, source);
      return bytes.isAsAccepted() ? verdict : new Altered();
    }
  }

  private static Verdict verdict(InputStream bytes, boolean gzip, Source source)
      throws IOException {
    var raw = new BufferedInputStream(bytes, BUFFER_BYTES);
    var refused = refusedByFirstBytes(raw, gzip);
    if (refused != null) {
      return refused;
    }
    try {
      return read(Lines.of(raw, gzip), source);
    } catch (EOFException | ZipException e) {
      return new Refused("the gzip is truncated or damaged: " + e.getMessage());
    }
  }

  private static @Nullable Refused refusedByFirstBytes(InputStream raw, boolean gzip)
      throws IOException {
    raw.mark(2);
    int high = raw.read();
    int first = high << 8 | raw.read();
    raw.reset();
    if (high < 0) {
      return new Refused("the file is empty: zero bytes");
    }
    if (!gzip && first == GZIP_MAGIC) {
      return new Refused("the file is compressed, and its name does not end in .gz");
    }
    return !gzip && (first == UTF_16_LITTLE || first == UTF_16_BIG)
        ? new Refused("the file is in UTF-16, which is not read")
        : null;
  }

  private static Verdict read(Lines lines, Source source) throws IOException {
    var census = new TextCensus();
    Line header = null;
    for (var line = lines.next(); line != null; line = lines.next()) {
      if (line.isBlank()) {
        continue;
      }
      census.add(line);
      header = header == null ? line : header;
    }
    if (header == null) {
      return new Refused("the file holds no header: it is empty");
    }
    return verdict(header, census, source);
  }

  private static Verdict verdict(Line header, TextCensus census, Source source) {
    var charset = census.charset();
    if (charset.isEmpty()) {
      return new Refused("the file is not a text");
    }
    var text = new String(header.bytes(), StandardCharsets.UTF_8);
    var fault = HeaderCheck.fault(text, source);
    if (fault.isPresent()) {
      return new Refused(fault.get());
    }
    var columns = HeaderCheck.columns(text, source.delimiter());
    return new Sound(new RowReader(columns, source.delimiter(), charset.get()), header.number());
  }

  private FileCheck() {}
}
