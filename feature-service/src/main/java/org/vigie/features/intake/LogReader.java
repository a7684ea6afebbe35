package org.vigie.features.intake;

import org.apache.kafka.common.serialization.Deserializer;
import org.vigie.schemas.Partitions;
import org.vigie.schemas.Siren;
import org.vigie.schemas.SourceRecord;
import org.vigie.schemas.events.Control;
import org.vigie.schemas.events.RecordReader;
import org.vigie.schemas.events.SourceDoor;
import org.vigie.schemas.events.SourceEvent;
import org.vigie.schemas.events.SourceEvent.FactsOfCompany;

/// Reads what is on source-events. A registry that does not answer is no property of the bytes, and
/// its exception goes on.
public final class LogReader {

  /// What the bytes are.
  public sealed interface Result {}

  /// A record, complete: facts with their company, or a control record.
  public record Readable(SourceEvent event) implements Result {}

  /// A record that cannot be used: it has facts of no company, or of one whose partition is
  /// another.
  public record Unusable(SourceRecord record, String reason) implements Result {}

  /// Bytes that are no record of ours, or one of a kind that this release does not know.
  public record Unreadable(String reason) implements Result {}

  private final RecordReader<SourceEvent> records;
  private final int partitions;

  /// @param partitions how many source-events has
  public LogReader(Deserializer<SourceRecord> deserializer, int partitions) {
    this.records = SourceDoor.reader(deserializer);
    this.partitions = partitions;
  }

  /// @param partition where the bytes stand
  public Result read(byte[] bytes, int partition) {
    return switch (records.read(bytes)) {
      case RecordReader.Readable<SourceEvent>(FactsOfCompany facts) -> checked(facts, partition);
      case RecordReader.Readable<SourceEvent>(Control control) -> new Readable(control);
      case RecordReader.Unreadable<SourceEvent>(String reason) -> new Unreadable(reason);
    };
  }

  private Result checked(FactsOfCompany facts, int partition) {
    var record = facts.record();
    var siren = record.getSiren();
    if (siren == null || Siren.ofText(siren).isEmpty()) {
      return new Unusable(record, "facts name no company: siren is " + siren);
    }
    var right = Partitions.of(siren, partitions);
    return right == partition
        ? new Readable(facts)
        : new Unusable(
            record,
            "facts of siren %s belong in partition %d, not in partition %d"
                .formatted(siren, right, partition));
  }
}
