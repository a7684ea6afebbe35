package org.vigie.scoring.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.apicurio.registry.rest.client.models.ProblemDetails;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.serialization.Deserializer;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.Barrier;
import org.vigie.schemas.FeatureRecord;
import org.vigie.schemas.Topics;
import org.vigie.scoring.Wire;
import org.vigie.scoring.intake.RecordReader.Readable;
import org.vigie.scoring.intake.RecordReader.Unreadable;

class RecordReaderTest {

  private static final byte[] NO_AVRO = {0, 0, 0, 0, 1, 99};

  private final RecordReader<FeatureRecord> reader =
      reading(Wire.deserializer(FeatureRecord.class));

  @Test
  void aRecordIsReadWhole() {
    var record = new FeatureRecord(new Barrier("b-1"));

    assertThat(reader.read(Wire.bytes(FeatureRecord.class, record)))
        .isEqualTo(new Readable<>(record));
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
