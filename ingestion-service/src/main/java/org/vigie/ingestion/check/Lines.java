package org.vigie.ingestion.check;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.vigie.ingestion.parse.Line;

/// The lines of a stored file, one at a time, as bytes: a line ends with LF or CR LF whatever the
/// quotes in it. A byte order mark is passed over.
public final class Lines implements AutoCloseable {

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

  private Lines(InputStream in) throws IOException {
    this.in = in;
    skipByteOrderMark();
  }

  /// Reads the bytes of a file, which the caller closes; they are decompressed when they are said
  // to
  /// be gzip.
  ///
  /// @throws IOException when they cannot be read, or are not gzip as they should be
  public static Lines of(InputStream raw, boolean gzip) throws IOException {
    return new Lines(gzip ? new GZIPInputStream(raw, BUFFER_BYTES) : raw);
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
    if (at == filled && !fill()) {
      return null;
    }
    long start = offset;
    var bytes = new ByteArrayOutputStream();
    boolean ended = false;
    while (!ended && (at < filled || fill())) {
      int end = endOfLine();
      ended = end < filled;
      append(bytes, end);
      offset += end - at + (ended ? 1 : 0);
      at = end + (ended ? 1 : 0);
    }
    return line(start, offset - start - (ended ? 1 : 0), bytes.toByteArray());
  }

  private Line line(long start, long length, byte[] bytes) {
    number++;
    boolean carriageReturn =
        bytes.length > 0 && bytes.length == length && bytes[bytes.length - 1] == CR;
    return carriageReturn
        ? new Line(number, start, length - 1, Arrays.copyOf(bytes, bytes.length - 1))
        : new Line(number, start, length, bytes);
  }

  private int endOfLine() {
    int i = at;
    while (i < filled && buffer[i] != LF) {
      i++;
    }
    return i;
  }

  private void append(ByteArrayOutputStream bytes, int end) {
    int room = Line.BYTES_MAX - bytes.size();
    bytes.write(buffer, at, Math.min(room, end - at));
  }

  private boolean fill() throws IOException {
    at = 0;
    filled = Math.max(0, in.read(buffer));
    return filled > 0;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
