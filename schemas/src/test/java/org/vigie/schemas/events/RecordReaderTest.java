package org.vigie.schemas.events;

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
import org.vigie.schemas.AvroBinary;
import org.vigie.schemas.Barrier;
import org.vigie.schemas.FeatureRecord;
import org.vigie.schemas.Thresholds;
import org.vigie.schemas.events.Control.BarrierPassed;
import org.vigie.schemas.events.RecordReader.Readable;
import org.vigie.schemas.events.RecordReader.Unreadable;

class RecordReaderTest {

  private static final int HEADER_BYTES = 5;
  private static final byte[] NO_AVRO = {0, 0, 0, 0, 1, 99};
  private static final AvroBinary<FeatureRecord> BINARY = new AvroBinary<>(FeatureRecord.class);

  private final RecordReader<FeatureEvent> reader =
      reading((_, wire) -> BINARY.read(Arrays.copyOfRange(wire, HEADER_BYTES, wire.length)));

  @Test
  void aRecordIsReadWhole() {
    var record = new FeatureRecord(new Barrier("b-1"));

    assertThat(reader.read(wire(record))).isEqualTo(new Readable<>(new BarrierPassed("b-1")));
  }

  @Test
  void aBodyOfAKindThatIsNotKnownIsUnreadableAndNamed() {
    var later = reading((_, _) -> new FeatureRecord(new Thresholds(0.5, 0.8)));

    assertThat(later.read(NO_AVRO))
        .isEqualTo(
            new Unreadable<>("this release cannot read a record whose body is a Thresholds"));
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

  private static RecordReader<FeatureEvent> failing(RuntimeException failure) {
    return reading(
        (_, _) -> {
          throw failure;
        });
  }

  private static RecordReader<FeatureEvent> reading(Deserializer<FeatureRecord> deserializer) {
    return FeatureDoor.reader(deserializer);
  }
}
