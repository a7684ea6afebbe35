package org.vigie.schemas;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.Schema;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/// Records as bare Avro binary, with neither header nor registry: for state stores and for
/// comparing values byte by byte. Threads may share it: what one of them reads or writes with is
/// made for each call.
///
/// @param <V> the record
public final class AvroBinary<V extends SpecificRecord> {

  private final SpecificDatumWriter<V> writer;
  private final DatumReader<V> reader;
  private final Schema schema;

  /// A codec for the records of a class, whose own schema is both writer's and reader's.
  public AvroBinary(Class<V> type) {
    var data = dataOf(type);
    this.schema = SpecificData.get().getSchema(type);
    this.writer = new SpecificDatumWriter<>(schema, data);
    this.reader = WholeReader.of(data, schema, schema);
  }

  // Records are looked up with the loader of their class, which need not be that of Avro.
  private static SpecificData dataOf(Class<?> type) {
    var data = new SpecificData(type.getClassLoader());
    SpecificData.getForClass(type).getConversions().forEach(data::addLogicalTypeConversion);
    return data;
  }

  /// A serde over a codec of its own.
  public static <V extends SpecificRecord> Serde<V> serde(Class<V> type) {
    var codec = new AvroBinary<>(type);
    return Serdes.serdeFrom(
        (_, value) -> value == null ? null : codec.write(value),
        (_, bytes) -> bytes == null ? null : codec.read(bytes));
  }

  public byte[] write(V value) {
    var bytes = new ByteArrayOutputStream(256);
    var encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
    try {
      writer.write(value, encoder);
      encoder.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("a byte array refused a write", e);
    }
    return bytes.toByteArray();
  }

  /// @throws UncheckedIOException when the bytes are not a record of this schema
  public V read(byte[] bytes) {
    var decoder = DecoderFactory.get().binaryDecoder(bytes, null);
    try {
      return reader.read(null, decoder);
    } catch (IOException e) {
      throw new UncheckedIOException(bytes.length + " bytes are not a " + schema.getFullName(), e);
    }
  }
}
