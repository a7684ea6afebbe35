package org.vigie.kit.traces;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// How the lines of a [ReadingLog] hang together: each begins with the hash of the one before.
public final class ReadingChain {

  /// What the first line carries, before which there is none.
  static final String START = "0".repeat(64);

  /// Where the chain of a file first breaks: number of the line, from 1, that does not carry the
  /// hash of the line before. Then it or the line before was changed, or a line between them was
  /// taken out. Empty when the chain holds.
  ///
  /// A line torn by a crash breaks nothing while it agrees with the chain as far as it goes. A
  /// chain cannot tell what befell its own end: lines cut off there, or the last one rewritten
  /// behind its hash. Who fears that keeps a copy of the last line elsewhere.
  public static OptionalLong firstBrokenLine(Path file) throws IOException {
    try (var in = new BufferedInputStream(Files.newInputStream(file))) {
      var before = START;
      var number = 1L;
      for (var line = nextLine(in); line != null; line = nextLine(in)) {
        if (!follows(line, before)) {
          return OptionalLong.of(number);
        }
        before = hash(line);
        number++;
      }
      return OptionalLong.empty();
    }
  }

  /// SHA-256 of a line without its newline, in hex.
  static String hash(byte[] line) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(line));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }

  private static boolean follows(byte[] line, String before) {
    var beginning = ("{\"before\":\"" + before + "\"").getBytes(UTF_8);
    var length = Math.min(line.length, beginning.length);
    return Arrays.equals(line, 0, length, beginning, 0, length);
  }

  private static byte @Nullable [] nextLine(InputStream in) throws IOException {
    var line = new ByteArrayOutputStream();
    var next = in.read();
    if (next < 0) {
      return null;
    }
    while (next >= 0 && next != '\n') {
      line.write(next);
      next = in.read();
    }
    return line.toByteArray();
  }

  private ReadingChain() {}
}
