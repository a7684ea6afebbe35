package org.vigie.features.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;
import org.vigie.features.facts.EtablissementState;
import org.vigie.features.facts.FactVersion;
import org.vigie.features.facts.ProcedureEvent;
import org.vigie.features.facts.ProcedureEvent.Action;
import org.vigie.features.facts.Rank;
import org.vigie.features.state.records.CompanyStanding;
import org.vigie.features.state.records.PartitionClock;
import org.vigie.schemas.AvroBinary;

/// Requests and the stream share the serdes of the stores.
class SharedSerdesTest {

  private static final int READINGS = 100_000;
  private static final LocalDate DAY = LocalDate.parse("2026-03-10");

  @Test
  void threadsThatReadFactsEachGetTheirOwn() {
    assertShared(
        FactVersionCodec.serde(),
        new FactVersion(
            new Rank(1, 2, 3), DAY, new ProcedureEvent(Action.SAUVEGARDE, "ouverture", DAY)),
        new FactVersion(
            new Rank(4, 5, 6), DAY, new EtablissementState("1", true, "21", DAY, null)));
  }

  @Test
  void threadsThatReadStandingsEachGetTheirOwn() {
    assertShared(
        AvroBinary.serde(CompanyStanding.class),
        new CompanyStanding(DAY, DAY, ByteBuffer.wrap(new byte[500])),
        new CompanyStanding(null, DAY.plusDays(1), ByteBuffer.wrap(new byte[] {1, 2, 3})));
  }

  @Test
  void threadsThatReadClocksEachGetTheirOwn() {
    assertShared(
        AvroBinary.serde(PartitionClock.class),
        new PartitionClock(DAY, "v1", List.of(), ""),
        new PartitionClock(DAY.plusDays(1), "another model", List.of(), "732829320"));
  }

  private static <V> void assertShared(Serde<V> serde, V one, V other) {
    var values = List.of(one, other);
    var bytes = values.stream().map(value -> serde.serializer().serialize("", value)).toList();
    assertThat(
            IntStream.range(0, READINGS)
                .parallel()
                .map(i -> i % 2)
                .filter(
                    i -> !serde.deserializer().deserialize("", bytes.get(i)).equals(values.get(i)))
                .count())
        .isZero();
  }
}
