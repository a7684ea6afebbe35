package org.vigie.ingestion.check;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.vigie.ingestion.parse.Line;

/// The lines of a delivery, one at a time, as bytes: a line ends with LF, CR LF or CR whatever the
/// quotes in it. A byte order mark is passed over.
public final class Lines {

  private static final int BUFFER_BYTES = 64 << 10;
  private static final int LF = '\n';
  private static final int CR = '\r';
  private static final byte[] BOM = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private int at;
  private int filled;
  private long offset;
  private long number;
  private boolean afterCarriageReturn;

  private Lines(InputStream in) throws IOException {
    this.in = in;
    skipByteOrderMark();
  }

  /// The lines of a text, which the caller closes.
  public static Lines of(InputStream text) throws IOException {
    return new Lines(text);
  }

  private void skipByteOrderMark() throws IOException {
    filled = Math.max(0, in.readNBytes(buffer, 0, BOM.length));
    if (filled == BOM.length && buffer[0] == BOM[0] && buffer[1] == BOM[1] && buffer[2] == BOM[2]) {
      filled = 0;
      offset = BOM.length;
    }
  }

  /// The next line; null after the last one.
  public @Nullable Line next() throws IOException {
    skipLineFeed();
    if (!hasMore()) {
      return null;
    }
    long start = offset;
    int end = endOfLine();
    return end < filled
        ? line(start, end - at, Arrays.copyOfRange(buffer, at, end), end)
        : longLine(start);
  }

  // The second half of an end of line whose first half ended the line before.
  private void skipLineFeed() throws IOException {
    if (afterCarriageReturn && hasMore() && buffer[at] == LF) {
      at++;
      offset++;
    }
    afterCarriageReturn = false;
  }

  // A line that goes on beyond the buffer, or that no end of line follows.
  private Line longLine(long start) throws IOException {
    var bytes = new ByteArrayOutputStream();
    while (hasMore()) {
      int end = endOfLine();
      bytes.write(buffer, at, Math.min(Line.BYTES_MAX - bytes.size(), end - at));
      if (end < filled) {
        return line(start, offset + end - at - start, bytes.toByteArray(), end);
      }
      offset += end - at;
      at = end;
    }
    number++;
    return new Line(number, start, offset - start, bytes.toByteArray());
  }

  // Goes past the end of line that stands at a position.
  private Line line(long start, long length, byte[] bytes, int end) {
    number++;
    afterCarriageReturn = buffer[end] == CR;
    at = end + 1;
    offset = start + length + 1;
    return new Line(number, start, length, bytes);
  }

  private int endOfLine() {
    int i = at;
    while (i < filled && buffer[i] != LF && buffer[i] != CR) {
      i++;
    }
    return i;
  }

  private boolean hasMore() throws IOException {
    return at < filled || fill();
  }

  private boolean fill() throws IOException {
    at = 0;
    filled = Math.max(0, in.read(buffer));
    return filled > 0;
  }
}
