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
  void everyPartitionHasCompanies() {
    assertThat(IntStream.range(0, 1_000).map(i -> Partitions.of("%09d".formatted(i))).distinct())
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, Topics.PARTITIONS).boxed().toList());
  }
}
