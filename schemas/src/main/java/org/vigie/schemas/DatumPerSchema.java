package org.vigie.schemas;

import io.apicurio.registry.serde.avro.DefaultAvroDatumProvider;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DatumWriter;
import org.jspecify.annotations.Nullable;

/// The serde's readers and writers, looked up once per schema instead of once per record: the
/// default normalises and hashes the whole schema each time, a tenth of what a stream computes.
/// Threads may share it. Public for the serde, which makes it.
public final class DatumPerSchema<T> extends DefaultAvroDatumProvider<T> {

  private record Reading<T>(Schema schema, DatumReader<T> reader) {}

  private record Writing<T>(Schema schema, Class<?> type, DatumWriter<T> writer) {}

  // A topic has one schema nearly always: the last one met is the next one.
  private volatile @Nullable Reading<T> reading;
  private volatile @Nullable Writing<T> writing;

  @Override
  public DatumReader<T> createDatumReader(Schema schema) {
    var last = reading;
    if (last == null || last.schema() != schema) {
      last = new Reading<>(schema, whole(super.createDatumReader(schema)));
      reading = last;
    }
    return last.reader();
  }

  private static <T> DatumReader<T> whole(DatumReader<T> reader) {
    return reader instanceof GenericDatumReader<T> unbuilt
        ? WholeReader.of(unbuilt.getData(), unbuilt.getSchema(), unbuilt.getExpected())
        : reader;
  }

  @Override
  public DatumWriter<T> createDatumWriter(T datum, Schema schema) {
    var last = writing;
    if (last == null || last.schema() != schema || last.type() != datum.getClass()) {
      last = new Writing<>(schema, datum.getClass(), super.createDatumWriter(datum, schema));
      writing = last;
    }
    return last.writer();
  }
}
