package org.vigie.features.intake;

import java.io.UncheckedIOException;
import org.apache.avro.AvroRuntimeException;
import org.apache.kafka.common.serialization.Deserializer;
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

  /// The magic byte and the schema's id stand before the Avro binary.
  private static final int HEADER_BYTES = 5;

  private final Deserializer<SourceRecord> deserializer;

  public LogReader(Deserializer<SourceRecord> deserializer) {
    this.deserializer = deserializer;
  }

  public Result read(byte[] bytes) {
    if (bytes == null || bytes.length < HEADER_BYTES || bytes[0] != 0) {
      return new Unreadable("not a record in Confluent's wire format");
    }
    try {
      return checked(deserializer.deserialize(Topics.SOURCE_EVENTS.name(), bytes));
    } catch (AvroRuntimeException
        | UncheckedIOException
        | IndexOutOfBoundsException
        | UnsupportedOperationException e) {
      // The ways in which Avro's decoder says that bytes do not fit the schema.
      return new Unreadable("not a SourceRecord with a known body: " + e.getMessage());
    }
  }

  private static Result checked(SourceRecord record) {
    var facts = record.getBody() instanceof org.vigie.schemas.Facts;
    return facts && (record.getSiren() == null || !record.getSiren().matches("[0-9]{9}"))
        ? new Unreadable("facts name no company: siren is " + record.getSiren())
        : new Readable(record);
  }
}
