package org.vigie.ingestion.unpack;

import java.io.IOException;

/// The directory at the end of a zip: that of the one file before it, and nothing else.
final class ZipDirectory {

  private static final int ZIP64_END = 0x06064B50;
  private static final int ZIP64_LOCATOR = 0x07064B50;

  private static final int LOCATOR_BYTES = 16;

  // What stands for a count that is told in the zip64 end.
  private static final int IN_ZIP64 = 0xFFFF;

  /// @throws UnpackException when it tells of another file, or not of the content that was read
  static void check(PackedBytes packed, ZipEntryHeader local, Member whole) throws IOException {
    int mark = mark(packed);
    if (mark == ZipEntryHeader.LOCAL) {
      throw several(packed, local);
    }
    if (mark != ZipEntryHeader.CENTRAL) {
      throw packed.refused("is damaged: no directory follows its file");
    }
    var central = ZipEntryHeader.central(packed);
    if (!central.name().equals(local.name()) || !central.tells(whole)) {
      throw packed.refused("is damaged: its directory tells something else of its file");
    }
    if (!local.hasDescriptor() && !local.tells(whole)) {
      throw packed.refused("is damaged: its content is not what its header says");
    }
    end(packed, local);
  }

  private static void end(PackedBytes packed, ZipEntryHeader local) throws IOException {
    int mark = mark(packed);
    if (mark == ZipEntryHeader.CENTRAL) {
      throw several(packed, local);
    }
    if (mark == ZIP64_END) {
      packed.skip(packed.signedLong());
      if (mark(packed) != ZIP64_LOCATOR) {
        throw packed.refused("is damaged: its end is not that of a zip");
      }
      packed.skip(LOCATOR_BYTES);
      mark = mark(packed);
    }
    if (mark != ZipEntryHeader.END) {
      throw packed.refused("is damaged: its end is not that of a zip");
    }
    packed.skip(4);
    int files = packed.unsignedShort();
    int filesInAll = packed.unsignedShort();
    if ((files != 1 && files != IN_ZIP64) || files != filesInAll) {
      throw several(packed, local);
    }
    packed.skip(8);
    packed.skip(packed.unsignedShort());
  }

  private static UnpackException several(PackedBytes packed, ZipEntryHeader first) {
    return packed.refused(
        "holds several files, " + first.name() + " and others: deliver one zip for each");
  }

  private static int mark(PackedBytes packed) throws IOException {
    return (int) packed.unsignedInt();
  }

  private ZipDirectory() {}
}
