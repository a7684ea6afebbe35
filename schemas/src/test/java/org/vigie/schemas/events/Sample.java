package org.vigie.schemas.events;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.RandomData;
import org.vigie.schemas.AvroBinary;

/// A record of a schema with values in every field, the same in each run.
final class Sample {

  private static final long SEED = 20_260_731;

  static SpecificRecord of(Schema schema) {
    var type = SpecificData.get().getClass(schema).asSubclass(SpecificRecord.class);
    return new AvroBinary<>(type).read(bytes(schema));
  }

  private static byte[] bytes(Schema schema) {
    var bytes = new ByteArrayOutputStream();
    var encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
    try {
      for (Object datum : new RandomData(schema, 1, SEED)) {
        new GenericDatumWriter<>(schema).write(datum, encoder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a byte array refused a write", e);
    }
    return bytes.toByteArray();
  }

  private Sample() {}
}
