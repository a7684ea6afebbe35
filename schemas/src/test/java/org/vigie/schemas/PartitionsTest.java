package org.vigie.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PartitionsTest {

  // Computed apart from Kafka's code: MurmurHash2 of the ASCII digits, seed 0x9747b28c, modulo 12.
  @Test
  void aCompanyIsWhereMurmur2OfItsDigitsPutsIt() {
    assertThat(Partitions.of("732829320")).isEqualTo(4);
    assertThat(Partitions.of("000325175")).isEqualTo(8);
    assertThat(Partitions.of("100000001")).isEqualTo(11);
  }

  @Test
  void aRecordIsRefusedElsewhereAndWithoutASiren() {
    assertThat(Partitions.fault("732829320", 4)).isEmpty();
    assertThat(Partitions.fault("732829320", 5))
        .hasValue("siren: 732829320 belongs to partition 4, not to 5");
    assertThat(Partitions.fault("12345", 4)).hasValue("siren: 12345 is not nine digits");
  }

  @Test
  void everyPartitionHasCompanies() {
    assertThat(IntStream.range(0, 1_000).map(i -> Partitions.of("%09d".formatted(i))).distinct())
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, Topics.PARTITIONS).boxed().toList());
  }
}
