package org.vigie.features.intake;

import org.apache.kafka.common.serialization.Deserializer;
import org.vigie.schemas.RecordReader;
import org.vigie.schemas.SourceRecord;
import org.vigie.schemas.Topics;

/// Reads what stands on source-events. Bytes that are no record of ours, and records with a body
/// that this service does not know, are unreadable; a registry that does not answer is no property
/// of the bytes, and its exception goes on.
public final class LogReader {

  /// What the bytes are.
  public sealed interface Result {}

  /// A record, complete: facts with their company, or a control record.
  public record Readable(SourceRecord record) implements Result {}

  /// Bytes that cannot be used, and why.
  public record Unreadable(String reason) implements Result {}

  private final RecordReader<SourceRecord> records;

  public LogReader(Deserializer<SourceRecord> deserializer) {
    this.records = new RecordReader<>(Topics.SOURCE_EVENTS, deserializer);
  }

  public Result read(byte[] bytes) {
    return switch (records.read(bytes)) {
      case RecordReader.Readable<SourceRecord>(SourceRecord record) -> checked(record);
      case RecordReader.Unreadable<SourceRecord>(String reason) -> new Unreadable(reason);
    };
  }

  private static Result checked(SourceRecord record) {
    var facts = record.getBody() instanceof org.vigie.schemas.Facts;
    return facts && (record.getSiren() == null || !record.getSiren().matches("[0-9]{9}"))
        ? new Unreadable("facts name no company: siren is " + record.getSiren())
        : new Readable(record);
  }
}
