package org.vigie.ingestion.unpack;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// The text of a gzip (RFC 1952): its members one after another, each whole and with the right sum
/// and length. After the last one only zeros may follow; `gunzip` leaves out with a warning what
/// follows, and Java without one.
final class GzipText extends PackedText {

  private static final int MAGIC = 0x8B1F;
  private static final int DEFLATE = 8;

  private static final int HEADER_CRC = 1 << 1;
  private static final int EXTRA = 1 << 2;
  private static final int NAME = 1 << 3;
  private static final int COMMENT = 1 << 4;
  private static final int RESERVED = 0xE0;

  // Time of change, extra flags and operating system.
  private static final int NOT_USED_BYTES = 6;

  private final PackedBytes packed;
  private @Nullable Member member;
  private boolean ended;

  GzipText(PackedBytes packed, long bytesMax) {
    super(bytesMax);
    this.packed = packed;
  }

  @Override
  int unpack(byte[] into, int offset, int length) throws IOException {
    while (!ended) {
      var open = member == null ? begin() : member;
      int read = open.read(into, offset, length);
      if (read >= 0) {
        return read;
      }
      end(open);
    }
    return -1;
  }

  private Member begin() throws IOException {
    readHeader();
    var begun = Member.deflated(packed);
    member = begun;
    return begun;
  }

  private void readHeader() throws IOException {
    if (packed.unsignedShort() != MAGIC) {
      throw packed.refused("is none: the file's name ends in .gz, its bytes are something else");
    }
    int method = packed.unsignedByte();
    int flags = packed.unsignedByte();
    if (method != DEFLATE || (flags & RESERVED) != 0) {
      throw packed.refused("is damaged: its header is not that of a gzip");
    }
    packed.skip(NOT_USED_BYTES);
    if ((flags & EXTRA) != 0) {
      packed.skip(packed.unsignedShort());
    }
    if ((flags & NAME) != 0) {
      skipText();
    }
    if ((flags & COMMENT) != 0) {
      skipText();
    }
    if ((flags & HEADER_CRC) != 0) {
      packed.unsignedShort();
    }
  }

  private void skipText() throws IOException {
    while (packed.unsignedByte() != 0) {
      // The text ends with a zero.
    }
  }

  private void end(Member whole) throws IOException {
    boolean right =
        packed.unsignedInt() == whole.crc()
            && packed.unsignedInt() == (whole.length() & 0xFFFF_FFFFL);
    if (!right) {
      throw packed.refused("is damaged: its content is not what its trailer says");
    }
    whole.close();
    member = null;
    if (!startsMember()) {
      packed.endsWithZeros();
      ended = true;
    }
  }

  private boolean startsMember() throws IOException {
    var next = packed.ahead(2);
    return next.length == 2 && ((next[0] & 0xFF) | (next[1] & 0xFF) << 8) == MAGIC;
  }

  @Override
  public void close() throws IOException {
    if (member != null) {
      member.close();
    }
    packed.close();
  }
}
