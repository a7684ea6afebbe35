package org.vigie.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.apicurio.registry.rest.client.models.ProblemDetails;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.kafka.common.serialization.Deserializer;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.RecordReader.Readable;
import org.vigie.schemas.RecordReader.Unreadable;

class RecordReaderTest {

  private static final int HEADER_BYTES = 5;
  private static final byte[] NO_AVRO = {0, 0, 0, 0, 1, 99};
  private static final AvroBinary<FeatureRecord> BINARY = new AvroBinary<>(FeatureRecord.class);

  private final RecordReader<FeatureRecord> reader =
      reading((_, wire) -> BINARY.read(Arrays.copyOfRange(wire, HEADER_BYTES, wire.length)));

  @Test
  void aRecordIsReadWhole() {
    var record = new FeatureRecord(new Barrier("b-1"));

    assertThat(reader.read(wire(record))).isEqualTo(new Readable<>(record));
  }

  @Test
  void bytesThatAreNoRecordAreUnreadable() {
    assertThat(reader.read(null)).isInstanceOf(Unreadable.class);
    assertThat(reader.read(new byte[0])).isInstanceOf(Unreadable.class);
    assertThat(reader.read("noise".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(Unreadable.class);
    assertThat(reader.read(NO_AVRO)).isInstanceOf(Unreadable.class);
  }

  @Test
  void aSchemaThatTheRegistryDoesNotHaveIsTheRecordsFault() {
    var unknown = new ProblemDetails();
    unknown.setStatus(404);

    assertThat(failing(unknown).read(NO_AVRO)).isInstanceOf(Unreadable.class);
    assertThat(failing(new IllegalStateException(unknown)).read(NO_AVRO))
        .isInstanceOf(Unreadable.class);
  }

  @Test
  void aRegistryThatDoesNotAnswerIsNoPropertyOfTheBytes() {
    var unreachable = new UncheckedIOException(new ConnectException("registry"));

    assertThatThrownBy(() -> failing(unreachable).read(NO_AVRO)).isSameAs(unreachable);
  }

  private static byte[] wire(FeatureRecord record) {
    byte[] body = BINARY.write(record);
    return ByteBuffer.allocate(HEADER_BYTES + body.length).position(HEADER_BYTES).put(body).array();
  }

  private static RecordReader<FeatureRecord> failing(RuntimeException failure) {
    return reading(
        (_, _) -> {
          throw failure;
        });
  }

  private static RecordReader<FeatureRecord> reading(Deserializer<FeatureRecord> deserializer) {
    return new RecordReader<>(Topics.COMPANY_FEATURES, deserializer);
  }
}
