package org.vigie.ingestion.unpack;

import java.io.IOException;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// The content of one member of a gzip or a zip, deflated or stored, with what its trailer must
/// say.
final class Member implements AutoCloseable {

  private final PackedBytes packed;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 crc = new CRC32();
  private final boolean deflated;
  private long storedLeft;
  private long packedLength;
  private long length;

  private Member(PackedBytes packed, boolean deflated, long storedLength) {
    this.packed = packed;
    this.deflated = deflated;
    this.storedLeft = storedLength;
  }

  static Member deflated(PackedBytes packed) {
    return new Member(packed, true, 0);
  }

  /// @param length of the content, which stands as it is
  static Member stored(PackedBytes packed, long length) {
    return new Member(packed, false, length);
  }

  /// Some bytes of the content; -1 after the last.
  int read(byte[] into, int offset, int count) throws IOException {
    int read = deflated ? inflate(into, offset, count) : copy(into, offset, count);
    if (read > 0) {
      crc.update(into, offset, read);
      length += read;
    }
    return read;
  }

  private int copy(byte[] into, int offset, int count) throws IOException {
    if (storedLeft == 0) {
      return -1;
    }
    int read = packed.read(into, offset, (int) Math.min(count, storedLeft));
    storedLeft -= read;
    packedLength += read;
    return read;
  }

  private int inflate(byte[] into, int offset, int count) throws IOException {
    if (inflater.finished()) {
      return -1;
    }
    try {
      while (true) {
        int read = inflater.inflate(into, offset, count);
        if (inflater.finished()) {
          packed.takeBack(inflater.getRemaining());
          packedLength = inflater.getBytesRead();
          return read > 0 ? read : -1;
        }
        if (read > 0) {
          return read;
        }
        if (inflater.needsDictionary()) {
          throw packed.refused("is damaged: it asks for a dictionary");
        }
        packed.feed(inflater);
      }
    } catch (DataFormatException e) {
      throw packed.refused("is damaged: " + e.getMessage());
    }
  }

  long crc() {
    return crc.getValue();
  }

  long packedLength() {
    return packedLength;
  }

  long length() {
    return length;
  }

  @Override
  public void close() {
    inflater.end();
  }
}
