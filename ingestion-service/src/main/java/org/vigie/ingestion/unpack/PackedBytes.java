package org.vigie.ingestion.unpack;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.Inflater;

/// The bytes of a gzip or a zip, from the first to the last; numbers in them start with their
/// lowest byte.
final class PackedBytes implements AutoCloseable {

  private static final int BUFFER_BYTES = 64 << 10;

  private final InputStream in;
  private final String kind;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private int at;
  private int filled;

  /// @param kind what they are, as a refusal tells it
  PackedBytes(InputStream in, String kind) {
    this.in = in;
    this.kind = kind;
  }

  /// A refusal that names what is read.
  UnpackException refused(String reason) {
    return new UnpackException("the " + kind + " " + reason);
  }

  boolean hasMore() throws IOException {
    return at < filled || fill();
  }

  int unsignedByte() throws IOException {
    if (!hasMore()) {
      throw refused("is cut: it ends early");
    }
    return buffer[at++] & 0xFF;
  }

  int unsignedShort() throws IOException {
    return unsignedByte() | unsignedByte() << 8;
  }

  long unsignedInt() throws IOException {
    return unsignedShort() | (long) unsignedShort() << 16;
  }

  long signedLong() throws IOException {
    return unsignedInt() | unsignedInt() << 32;
  }

  byte[] bytes(int count) throws IOException {
    var bytes = new byte[count];
    for (int i = 0; i < count; i++) {
      bytes[i] = (byte) unsignedByte();
    }
    return bytes;
  }

  void skip(long count) throws IOException {
    for (long left = count; left > 0; left--) {
      unsignedByte();
    }
  }

  /// The bytes that come next, without passing over them: fewer at the end.
  byte[] ahead(int count) throws IOException {
    while (filled - at < count) {
      System.arraycopy(buffer, at, buffer, 0, filled - at);
      filled -= at;
      at = 0;
      int read = in.read(buffer, filled, buffer.length - filled);
      if (read < 0) {
        break;
      }
      filled += read;
    }
    return Arrays.copyOfRange(buffer, at, Math.min(filled, at + count));
  }

  /// Some of the next bytes, at most so many.
  int read(byte[] into, int offset, int length) throws IOException {
    if (!hasMore()) {
      throw refused("is cut: it ends early");
    }
    int count = Math.min(length, filled - at);
    System.arraycopy(buffer, at, into, offset, count);
    at += count;
    return count;
  }

  /// Hands all buffered bytes to an inflater, which gives back what it does not use.
  void feed(Inflater inflater) throws IOException {
    if (!hasMore()) {
      throw refused("is cut: it ends early");
    }
    inflater.setInput(buffer, at, filled - at);
    at = filled;
  }

  void takeBack(int unused) {
    at = filled - unused;
  }

  /// Reads to the end, where tapes and block devices leave zeros.
  void endsWithZeros() throws IOException {
    while (hasMore()) {
      if (buffer[at++] != 0) {
        throw refused("is followed by other bytes: rows would be lost in them");
      }
    }
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
