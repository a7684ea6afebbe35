package org.vigie.ingestion.unpack;

import java.io.InputStream;
import org.vigie.ingestion.delivery.Container;

/// The text of a delivery, unpacked as it is read: never on disk and never whole in memory. A gzip
/// or a zip is read to its very last byte, so that nothing in it goes unread.
public final class Unpacked {

  /// Bytes of text that one packed delivery may hold: eight times the largest stock of INSEE. A few
  /// megabytes can unpack to any length, which would hold up what waits behind them for hours.
  static final long TEXT_BYTES_MAX = 64L << 30;

  /// The text in stored bytes. Reading it throws [UnpackException] where they are damaged, hold
  /// anything beside the one text, or hold too much.
  public static InputStream text(InputStream stored, Container container) {
    return switch (container) {
      case PLAIN -> stored;
      case GZIP -> new GzipText(new PackedBytes(stored, "gzip"), TEXT_BYTES_MAX);
      case ZIP -> new ZipText(new PackedBytes(stored, "zip"), TEXT_BYTES_MAX);
    };
  }

  private Unpacked() {}
}
