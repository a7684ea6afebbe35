package org.vigie.ingestion.check;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.vigie.ingestion.parse.Line;

/// Tells the encoding of a file by all of its lines: Windows-1252 when bytes beyond ASCII stand in
/// it and never make a character of UTF-8, else UTF-8. A file that mixes both stays UTF-8.
final class TextCensus {

  static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  private boolean beyondAscii;
  private boolean utf8;

  void add(Line line) {
    var bytes = line.bytes();
    // One character of UTF-8 settles it.
    for (int i = 0; i < bytes.length && !utf8; i++) {
      if (bytes[i] < 0) {
        beyondAscii = true;
        utf8 = Utf8.startsCharacter(bytes, i);
      }
    }
  }

  Charset charset() {
    return beyondAscii && !utf8 ? WINDOWS_1252 : StandardCharsets.UTF_8;
  }
}
