package org.vigie.ingestion.check;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.vigie.ingestion.parse.Line;
import org.vigie.ingestion.parse.RowReader;

/// Counts what the lines of a file are made of, to tell its encoding: UTF-8, unless most of its
/// lines are not.
final class TextCensus {

  static final Charset LATIN_9 = Charset.forName("ISO-8859-15");
  static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  // Bytes 80 to 9F are -128 to -97.
  private static final byte WINDOWS_PUNCTUATION_END = (byte) 0xA0;

  private long lines;
  private long notUtf8;
  private long withControls;
  private boolean windows;

  void add(Line line) {
    lines++;
    if (hasControls(line.bytes())) {
      withControls++;
    }
    if (!RowReader.isText(line.bytes(), StandardCharsets.UTF_8)) {
      notUtf8++;
      windows |= hasWindowsPunctuation(line.bytes());
    }
  }

  /// The encoding of the file; empty when most of its lines are no text.
  Optional<Charset> charset() {
    if (withControls * 2 > lines) {
      return Optional.empty();
    }
    if (notUtf8 * 2 <= lines) {
      return Optional.of(StandardCharsets.UTF_8);
    }
    return Optional.of(windows ? WINDOWS_1252 : LATIN_9);
  }

  private static boolean hasControls(byte[] bytes) {
    for (byte b : bytes) {
      if (b >= 0 && b < ' ' && b != '\t' && b != '\r') {
        return true;
      }
    }
    return false;
  }

  // ISO-8859-15 has control codes where Windows-1252 has its quotes and its euro.
  private static boolean hasWindowsPunctuation(byte[] bytes) {
    for (byte b : bytes) {
      if (b < WINDOWS_PUNCTUATION_END) {
        return true;
      }
    }
    return false;
  }
}
