package org.vigie.schemas;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.Test;

class DatumPerSchemaTest {

  private static final FeatureRecord BARRIER = new FeatureRecord(new Barrier("b-1"));
  private static final FeatureRecord MODEL = new FeatureRecord(new ModelActivated("v2"));

  private final DatumPerSchema<FeatureRecord> datums = new DatumPerSchema<>();

  DatumPerSchemaTest() {
    datums.setUseSpecificAvroReader(true);
  }

  @Test
  void threadsThatShareASerdeEachGetTheirOwnRecord() {
    var schema = FeatureRecord.getClassSchema();

    SharedByThreads.eachGetsItsOwn(
        List.of(BARRIER, MODEL), record -> read(schema, write(schema, record)));
  }

  // As a rolling release has it: records of two writers in one partition.
  @Test
  void threadsThatMeetTwoSchemasEachGetTheirOwnRecord() {
    var one = FeatureRecord.getClassSchema();
    var other = new Schema.Parser().parse(one.toString());

    SharedByThreads.eachGetsItsOwn(
        List.of(BARRIER, MODEL),
        record -> {
          var schema = record.equals(BARRIER) ? one : other;
          return read(schema, write(schema, record));
        });
  }

  private byte[] write(Schema schema, FeatureRecord record) {
    var bytes = new ByteArrayOutputStream();
    try {
      datums
          .createDatumWriter(record, schema)
          .write(record, EncoderFactory.get().directBinaryEncoder(bytes, null));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private FeatureRecord read(Schema schema, byte[] bytes) {
    try {
      return datums
          .createDatumReader(schema)
          .read(null, DecoderFactory.get().binaryDecoder(bytes, null));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
