package org.vigie.ingestion.unpack;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The text of a zip that holds one file, read from its first byte to its last, zip64 included:
/// what stands in it beside that file and its directory would go unread, and refuses it.
final class ZipText extends PackedText {

  private final PackedBytes packed;
  private @Nullable ZipEntryHeader header;
  private @Nullable Member member;
  private boolean ended;

  ZipText(PackedBytes packed, long bytesMax) {
    super(bytesMax);
    this.packed = packed;
  }

  @Override
  int unpack(byte[] into, int offset, int length) throws IOException {
    if (ended) {
      return -1;
    }
    if (header == null || member == null) {
      header = ZipEntryHeader.local(packed);
      member = header.member(packed);
    }
    int read = member.read(into, offset, length);
    if (read < 0) {
      end(header, member);
    }
    return read;
  }

  private void end(ZipEntryHeader local, Member whole) throws IOException {
    if (local.hasDescriptor()) {
      skipDescriptor(whole);
    }
    ZipDirectory.check(packed, local, whole);
    packed.endsWithZeros();
    whole.close();
    ended = true;
  }

  // Sum and lengths after the content: with a mark or none, the lengths in four bytes or in eight.
  // Which of them stands there is told by what they must say, and by the mark that comes next.
  private void skipDescriptor(Member whole) throws IOException {
    for (var form :
        List.of(
            descriptor(whole, true, 4),
            descriptor(whole, false, 4),
            descriptor(whole, true, 8),
            descriptor(whole, false, 8))) {
      var ahead = packed.ahead(form.length + 2);
      boolean stands =
          ahead.length == form.length + 2
              && Arrays.equals(ahead, 0, form.length, form, 0, form.length)
              && ahead[form.length] == 'P'
              && ahead[form.length + 1] == 'K';
      if (stands) {
        packed.skip(form.length);
        return;
      }
    }
    throw packed.refused("is damaged: its content is not what its trailer says");
  }

  private static byte[] descriptor(Member whole, boolean marked, int lengthBytes) {
    var bytes = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
    if (marked) {
      bytes.putInt(ZipEntryHeader.DESCRIPTOR);
    }
    bytes.putInt((int) whole.crc());
    for (long length : new long[] {whole.packedLength(), whole.length()}) {
      if (lengthBytes == Integer.BYTES) {
        bytes.putInt((int) length);
      } else {
        bytes.putLong(length);
      }
    }
    return Arrays.copyOf(bytes.array(), bytes.position());
  }

  @Override
  public void close() throws IOException {
    if (member != null) {
      member.close();
    }
    packed.close();
  }
}
