package org.vigie.ingestion.unpack;

import java.io.IOException;
import java.io.InputStream;

/// A text that is unpacked as it is read, within its bound.
abstract class PackedText extends InputStream {

  private final long bytesMax;
  private long length;

  PackedText(long bytesMax) {
    this.bytesMax = bytesMax;
  }

  /// Some bytes of the text; -1 once the packed bytes were read to their end and are right.
  abstract int unpack(byte[] into, int offset, int length) throws IOException;

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int offset, int count) throws IOException {
    if (count == 0) {
      return 0;
    }
    int read = unpack(into, offset, count);
    length += Math.max(0, read);
    if (length > bytesMax) {
      throw new UnpackException(
          "the file unpacks to more than %d bytes: deliver it in several files"
              .formatted(bytesMax));
    }
    return read;
  }
}
