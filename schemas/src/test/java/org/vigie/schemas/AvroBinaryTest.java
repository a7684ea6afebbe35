package org.vigie.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class AvroBinaryTest {

  private static final Cotisation COTISATION =
      new Cotisation("00000000000018", "111982477292496174", 24_306, 1, 0L, 337_600L);
  private static final Fact FACT =
      new Fact(
          "0badcafe",
          "00000000000018|111982477292496174|24306+1|0|337600",
          LocalDate.of(2025, 7, 1),
          Instant.parse("2025-07-22T00:00:00Z"),
          2L,
          Operation.RECORD,
          COTISATION,
          false);
  private static final SourceRecord RECORD =
      new SourceRecord(
          "000000000",
          "urssaf",
          "cotisation",
          "c0ffee",
          0,
          Instant.parse("2025-07-22T00:00:00.000001Z"),
          false,
          new Facts(List.of(FACT)));

  private static final SourceRecord OTHER =
      SourceRecord.newBuilder(RECORD).setSiren("111111111").setDelivery("another").build();

  private final AvroBinary<SourceRecord> codec = new AvroBinary<>(SourceRecord.class);

  @Test
  void aRecordReadBackIsTheOneWritten() {
    assertThat(codec.read(codec.write(RECORD))).isEqualTo(RECORD);
  }

  @Test
  void equalRecordsHaveEqualBytes() {
    assertThat(codec.write(RECORD)).isEqualTo(codec.write(codec.read(codec.write(RECORD))));
  }

  @Test
  void bytesThatAreNoRecordAreRefused() {
    assertThatThrownBy(() -> codec.read(new byte[] {2, 2}))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("2 bytes are not a org.vigie.schemas.SourceRecord");
  }

  @Test
  void threadsThatShareACodecEachGetTheirOwnRecord() {
    SharedByThreads.eachGetsItsOwn(
        List.of(RECORD, OTHER), record -> codec.read(codec.write(record)));
  }

  @Test
  void threadsThatShareASerdeEachGetTheirOwnRecord() {
    try (var serde = AvroBinary.serde(SourceRecord.class)) {
      SharedByThreads.eachGetsItsOwn(
          List.of(RECORD, OTHER),
          record -> serde.deserializer().deserialize("", serde.serializer().serialize("", record)));
    }
  }
}
