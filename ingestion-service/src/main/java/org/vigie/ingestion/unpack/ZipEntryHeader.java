package org.vigie.ingestion.unpack;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// What a zip says of a file in it, before its content and again in its directory.
///
/// @param packedLength as told, which is 0 where a descriptor follows the content
/// @param length of the text, told in the same way
record ZipEntryHeader(
    int flags, int method, long crc, long packedLength, long length, String name) {

  static final int LOCAL = 0x04034B50;
  static final int CENTRAL = 0x02014B50;
  static final int DESCRIPTOR = 0x08074B50;
  static final int END = 0x06054B50;

  /// What stands for a length that does not fit four bytes.
  private static final long IN_EXTRA = 0xFFFF_FFFFL;

  private static final int STORED = 0;
  private static final int DEFLATED = 8;

  // Encrypted, strongly encrypted, with an encrypted directory.
  private static final int ENCRYPTED = 1 | 1 << 6 | 1 << 13;

  private static final int WITH_DESCRIPTOR = 1 << 3;

  private static final int ZIP64_EXTRA = 1;

  /// Reads the header that stands before the content of the first file.
  static ZipEntryHeader local(PackedBytes packed) throws IOException {
    int mark = (int) packed.unsignedInt();
    if (mark == END) {
      throw packed.refused("holds no file");
    }
    if (mark != LOCAL) {
      throw packed.refused("is none: the file's name ends in .zip, its bytes are something else");
    }
    packed.unsignedShort();
    var common = common(packed);
    var sizes = packed.unsignedShort();
    int extra = packed.unsignedShort();
    return common.named(packed, sizes, extra);
  }

  /// Reads the header in the directory, whose mark was read.
  static ZipEntryHeader central(PackedBytes packed) throws IOException {
    packed.skip(4);
    var common = common(packed);
    int name = packed.unsignedShort();
    int extra = packed.unsignedShort();
    int comment = packed.unsignedShort();
    packed.skip(12);
    var header = common.named(packed, name, extra);
    packed.skip(comment);
    return header;
  }

  private static ZipEntryHeader common(PackedBytes packed) throws IOException {
    int flags = packed.unsignedShort();
    int method = packed.unsignedShort();
    packed.skip(4);
    return new ZipEntryHeader(
        flags, method, packed.unsignedInt(), packed.unsignedInt(), packed.unsignedInt(), "");
  }

  private ZipEntryHeader named(PackedBytes packed, int nameLength, int extraLength)
      throws IOException {
    var name = new String(packed.bytes(nameLength), StandardCharsets.UTF_8);
    var extra = ByteBuffer.wrap(packed.bytes(extraLength)).order(ByteOrder.LITTLE_ENDIAN);
    long longLength = length;
    long longPackedLength = packedLength;
    while (extra.remaining() >= 4) {
      int id = extra.getShort() & 0xFFFF;
      int size = Math.min(extra.getShort() & 0xFFFF, extra.remaining());
      var field = extra.slice(extra.position(), size).order(ByteOrder.LITTLE_ENDIAN);
      extra.position(extra.position() + size);
      if (id == ZIP64_EXTRA) {
        longLength = orLong(length, field);
        longPackedLength = orLong(packedLength, field);
      }
    }
    return new ZipEntryHeader(flags, method, crc, longPackedLength, longLength, name);
  }

  private static long orLong(long length, ByteBuffer zip64) {
    return length == IN_EXTRA && zip64.remaining() >= Long.BYTES ? zip64.getLong() : length;
  }

  boolean hasDescriptor() {
    return (flags & WITH_DESCRIPTOR) != 0;
  }

  /// The content that follows.
  Member member(PackedBytes packed) throws IOException {
    if ((flags & ENCRYPTED) != 0) {
      throw packed.refused("is encrypted: deliver it without a password");
    }
    if (name.endsWith("/")) {
      throw packed.refused("holds a directory: deliver a zip of the one file, " + name);
    }
    if (method == DEFLATED) {
      return Member.deflated(packed);
    }
    if (method == STORED && !hasDescriptor()) {
      return Member.stored(packed, packedLength);
    }
    throw packed.refused(
        method == STORED
            ? "does not tell the length of its file: zip it again with Deflate"
            : "is compressed by method " + method + ": zip it again with Deflate");
  }

  /// Whether this is what the directory should say of a content that was read.
  boolean tells(Member whole) {
    return crc == whole.crc() && packedLength == whole.packedLength() && length == whole.length();
  }
}
