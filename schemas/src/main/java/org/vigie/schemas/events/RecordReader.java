package org.vigie.schemas.events;

import io.apicurio.registry.rest.client.models.ProblemDetails;
import java.io.UncheckedIOException;
import java.net.SocketException;
import java.nio.BufferUnderflowException;
import java.util.Objects;
import java.util.function.Function;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import org.vigie.schemas.Topic;

/// Reads the values of a topic through its door, which alone makes readers. Bytes that are no
/// record of it, a body that this release does not know and a tombstone are unreadable; a registry
/// that does not answer is no property of the bytes, and its exception goes on.
///
/// @param <E> what the records of the topic say
public final class RecordReader<E> {

  /// What the bytes are.
  public sealed interface Result<E> permits Readable, Unreadable {}

  /// What a record says, complete.
  public record Readable<E>(E event) implements Result<E> {}

  /// Bytes that cannot be used, and why.
  public record Unreadable<E>(String reason) implements Result<E> {}

  /// The magic byte and the schema's id stand before the Avro binary.
  private static final int HEADER_BYTES = 5;

  // How the registry says that it has no schema of an id.
  private static final int NOT_FOUND = 404;

  private final String topic;
  private final Class<?> wanted;
  private final Deserializer<?> deserializer;
  private final Function<Object, E> door;

  /// @param door what a record says; it throws [UnknownBody] where it has no case
  <V extends SpecificRecord> RecordReader(
      Topic<V> topic, Deserializer<V> deserializer, Function<V, E> door) {
    this.topic = topic.name();
    this.wanted = topic.value();
    this.deserializer = deserializer;
    this.door = value -> door.apply(topic.value().cast(value));
  }

  public Result<E> read(byte @Nullable [] wire) {
    if (wire == null) {
      return new Unreadable<>("a tombstone: nothing here is withdrawn");
    }
    if (wire.length < HEADER_BYTES || wire[0] != 0) {
      return new Unreadable<>("not a record in Confluent's wire format");
    }
    try {
      // Whatever record was written: one of another topic's schema is read without a failure.
      Object value = deserializer.deserialize(topic, wire);
      return wanted.isInstance(value)
          ? new Readable<>(door.apply(value))
          : new Unreadable<>("not a " + name() + ": " + value.getClass().getName());
    } catch (UnknownBody e) {
      return new Unreadable<>(e.reason());
    } catch (RuntimeException e) {
      if (isTheRecordsFault(e)) {
        return new Unreadable<>("not a " + name() + " with a known body: " + e);
      }
      throw e;
    }
  }

  private String name() {
    return wanted.getSimpleName();
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
