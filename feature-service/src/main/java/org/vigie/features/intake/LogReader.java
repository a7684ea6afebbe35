package org.vigie.features.intake;

import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import org.vigie.schemas.Barrier;
import org.vigie.schemas.DayClosed;
import org.vigie.schemas.Facts;
import org.vigie.schemas.ModelActivated;
import org.vigie.schemas.Partitions;
import org.vigie.schemas.RecordReader;
import org.vigie.schemas.Siren;
import org.vigie.schemas.SourceRecord;
import org.vigie.schemas.Topics;

/// Reads what is on source-events. A registry that does not answer is no property of the bytes, and
/// its exception goes on.
public final class LogReader {

  /// What the bytes are.
  public sealed interface Result {}

  /// A record, complete: facts with their company, or a control record.
  public record Readable(SourceRecord record) implements Result {}

  /// A record that cannot be used: its body is of a kind that this release does not know, it has
  /// facts of no company, or of one whose partition is another.
  public record Unusable(SourceRecord record, String reason) implements Result {}

  /// Bytes that are no record of ours.
  public record Unreadable(String reason) implements Result {}

  private final RecordReader<SourceRecord> records;
  private final int partitions;

  /// @param partitions how many source-events has
  public LogReader(Deserializer<SourceRecord> deserializer, int partitions) {
    this.records = new RecordReader<>(Topics.SOURCE_EVENTS, deserializer);
    this.partitions = partitions;
  }

  /// @param partition where the bytes stand
  public Result read(byte[] bytes, int partition) {
    return switch (records.read(bytes)) {
      case RecordReader.Readable<SourceRecord>(SourceRecord record) -> checked(record, partition);
      case RecordReader.Unreadable<SourceRecord>(String reason) -> new Unreadable(reason);
    };
  }

  private Result checked(SourceRecord record, int partition) {
    return switch (record.getBody()) {
      case Facts _ -> ofCompany(record, record.getSiren(), partition);
      case DayClosed _, Barrier _, ModelActivated _ -> new Readable(record);
      case null -> new Unusable(record, "a record has a body");
      default ->
          new Unusable(
              record,
              "this release cannot read a record whose body is a "
                  + record.getBody().getClass().getSimpleName());
    };
  }

  private Result ofCompany(SourceRecord record, @Nullable String siren, int partition) {
    if (siren == null || Siren.ofText(siren).isEmpty()) {
      return new Unusable(record, "facts name no company: siren is " + siren);
    }
    var right = Partitions.of(siren, partitions);
    return right == partition
        ? new Readable(record)
        : new Unusable(
            record,
            "facts of siren %s belong in partition %d, not in partition %d"
                .formatted(siren, right, partition));
  }
}
