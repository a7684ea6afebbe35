package org.vigie.schemas;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Makes [Rejection]s, all in one form.
public final class Rejections {

  /// A rejection keeps this much of what was refused; `length` tells how much there was.
  public static final int RAW_BYTES_MAX = 64 * 1024;

  /// What was refused of a topic, to be completed with the delivery and the source. Its bytes begin
  /// at 0, for a record is a row of its own.
  ///
  /// @param offset of the record in its partition; -1 when it is not known
  /// @param raw value of the record; null for a tombstone
  public static Rejection.Builder ofRecord(
      Topic<?> topic, int partition, long offset, byte @Nullable [] raw, String reason) {
    var bytes = raw == null ? new byte[0] : raw;
    return Rejection.newBuilder()
        .setOrigin(origin(topic, partition))
        .setLine(offset)
        .setOffset(0)
        .setLength(bytes.length)
        .setReason(reason)
        .setRaw(raw(bytes));
  }

  /// Name of a partition, as `origin` has it.
  public static String origin(Topic<?> topic, int partition) {
    return topic.name() + "/" + partition;
  }

  /// The first bytes of what was refused, as `raw` has them.
  public static ByteBuffer raw(byte[] bytes) {
    return ByteBuffer.wrap(
        bytes.length <= RAW_BYTES_MAX ? bytes : Arrays.copyOf(bytes, RAW_BYTES_MAX));
  }

  private Rejections() {}
}
