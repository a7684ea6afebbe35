package org.vigie.schemas;

import io.apicurio.registry.rest.client.models.ProblemDetails;
import java.io.UncheckedIOException;
import java.net.SocketException;
import java.nio.BufferUnderflowException;
import java.util.Objects;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/// Reads the values of a topic. Bytes that are no record of it, a body that this service does not
/// know and a tombstone are unreadable; a registry that does not answer is no property of the
/// bytes, and its exception goes on.
public final class RecordReader<V extends SpecificRecord> {

  /// What the bytes are.
  public sealed interface Result<V> permits Readable, Unreadable {}

  /// A record, complete.
  public record Readable<V>(V record) implements Result<V> {}

  /// Bytes that cannot be used, and why.
  public record Unreadable<V>(String reason) implements Result<V> {}

  /// The magic byte and the schema's id stand before the Avro binary.
  private static final int HEADER_BYTES = 5;

  // How the registry says that it has no schema of an id.
  private static final int NOT_FOUND = 404;

  private final Topic<V> topic;
  private final Deserializer<V> deserializer;

  public RecordReader(Topic<V> topic, Deserializer<V> deserializer) {
    this.topic = topic;
    this.deserializer = deserializer;
  }

  public Result<V> read(byte @Nullable [] wire) {
    if (wire == null) {
      return new Unreadable<>("a tombstone: nothing here is withdrawn");
    }
    if (wire.length < HEADER_BYTES || wire[0] != 0) {
      return new Unreadable<>("not a record in Confluent's wire format");
    }
    String wanted = topic.value().getSimpleName();
    try {
      // Whatever record was written: one of another topic's schema is read without a failure.
      Object value = deserializer.deserialize(topic.name(), wire);
      return topic.value().isInstance(value)
          ? new Readable<>(topic.value().cast(value))
          : new Unreadable<>("not a " + wanted + ": " + value.getClass().getName());
    } catch (RuntimeException e) {
      if (isTheRecordsFault(e)) {
        return new Unreadable<>("not a " + wanted + " with a known body: " + e);
      }
      throw e;
    }
  }

  // Whatever else goes wrong (a registry that does not answer) is no fault of the record.
  private static boolean isTheRecordsFault(RuntimeException e) {
    return switch (e) {
      case AvroRuntimeException _, SerializationException _ -> true;
      case IndexOutOfBoundsException _, NegativeArraySizeException _ -> true;
      case BufferUnderflowException _, UnsupportedOperationException _ -> true;
      case UncheckedIOException io -> !(io.getCause() instanceof SocketException);
      case ProblemDetails answer -> Objects.equals(answer.getStatus(), NOT_FOUND);
      default -> e.getCause() instanceof RuntimeException cause && isTheRecordsFault(cause);
    };
  }
}
