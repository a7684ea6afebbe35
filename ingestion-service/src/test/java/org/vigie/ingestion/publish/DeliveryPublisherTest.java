package org.vigie.ingestion.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;
import org.vigie.ingestion.LogInMemory;
import org.vigie.ingestion.delivery.Delivery;
import org.vigie.ingestion.delivery.KnownAt;
import org.vigie.ingestion.delivery.Source;
import org.vigie.ingestion.order.CompanyRecord;
import org.vigie.schemas.DeliveryPosition;
import org.vigie.schemas.Fact;
import org.vigie.schemas.Operation;
import org.vigie.schemas.Partitions;
import org.vigie.schemas.Procol;
import org.vigie.schemas.Rejection;
import org.vigie.schemas.SourceRecord;

class DeliveryPublisherTest {

  private static final LocalDate DAY = LocalDate.parse("2026-07-31");
  private static final Delivery DELIVERY =
      new Delivery(
          "d1",
          Source.PROCOL,
          "f.csv",
          "00",
          KnownAt.byRule(DAY),
          Instant.parse("2026-08-01T00:00:00Z"));

  @Test
  void rejectionsComeFirstThenRecordsInChunksCutBetweenRecords() {
    var log = new LogInMemory();
    publish(log, 3, 45, false);

    assertThat(log.deliveryPositions())
        .containsExactly(
            new DeliveryPosition("d1", 0, 3, false),
            new DeliveryPosition("d1", 20, 3, false),
            new DeliveryPosition("d1", 40, 3, false),
            new DeliveryPosition("d1", 45, 3, true));
    assertThat(log.rejections()).hasSize(3);
    assertThat(log.sourceRecords()).extracting(SourceRecord::getNumber).hasSize(45).isSorted();
    assertThat(log.sourceRecords()).allMatch(SourceRecord::getHistory);
  }

  @Test
  void recordsStandInThePartitionOfTheirSirenUnderTheirOwnKey() {
    var log = new LogInMemory();
    publish(log, 0, 2, false);

    assertThat(log.events())
        .allSatisfy(
            event -> {
              var siren = ((SourceRecord) event.value()).getSiren();
              assertThat(event.partition()).isEqualTo(Partitions.of(siren, 12));
              assertThat(event.key()).startsWith(siren + "/d1/");
            });
  }

  @Test
  void positionsHaveTheInstantOfTheirDeliveryByWhichTheyAreLookedFor() {
    var log = new LogInMemory();
    publish(log, 3, 45, false);
    publish(log, 3, 45, true);

    assertThat(log.positionTimestamps("d1")).containsOnly(DELIVERY.ingestedAt().toEpochMilli());
    assertThat(log.positionsReadSince()).isEqualTo(DELIVERY.ingestedAt());
  }

  @Test
  void aDeliveryOfNothingIsStillComplete() {
    var log = new LogInMemory();
    publish(log, 0, 0, false);
    assertThat(log.deliveryPositions()).containsExactly(new DeliveryPosition("d1", 0, 0, true));
  }

  @Test
  void onlyRejectionsCompleteADeliveryToo() {
    var log = new LogInMemory();
    publish(log, 2, 0, false);
    assertThat(log.deliveryPositions()).containsExactly(new DeliveryPosition("d1", 0, 2, true));
  }

  @Property(tries = 50)
  void whereverItIsInterruptedItGoesOnToTheSameLog(@ForAll @IntRange(max = 5) int commits) {
    var undisturbed = new LogInMemory();
    publish(undisturbed, 3, 45, false);
    var log = new LogInMemory();
    log.failAtCommit(commits);
    if (commits < 4) {
      assertThatThrownBy(() -> publish(log, 3, 45, false)).isInstanceOf(KafkaException.class);
      publish(log, 3, 45, true);
    } else {
      publish(log, 3, 45, false);
      publish(log, 3, 45, true);
    }

    assertThat(log.sourceRecords()).isEqualTo(undisturbed.sourceRecords());
    assertThat(log.rejections()).isEqualTo(undisturbed.rejections());
    assertThat(log.deliveryPositions()).isEqualTo(undisturbed.deliveryPositions());
  }

  private static void publish(LogInMemory log, int rejections, int records, boolean resumed) {
    new DeliveryPublisher(log)
        .publish(
            DELIVERY,
            IntStream.range(0, rejections).mapToObj(DeliveryPublisherTest::rejection).iterator(),
            IntStream.range(0, records).mapToObj(DeliveryPublisherTest::record).iterator(),
            resumed);
  }

  @SuppressWarnings("NullAway") // Avro takes null where the schema says so
  private static Rejection rejection(int line) {
    return new Rejection(
        "d1",
        "urssaf",
        "procol",
        "f.csv",
        (long) line,
        0L,
        0L,
        null,
        null,
        "is empty",
        ByteBuffer.allocate(0));
  }

  private static CompanyRecord record(int number) {
    var body = new Procol("00000000000000", "liquidation", "ouverture", DAY);
    var facts =
        IntStream.range(0, 500)
            .mapToObj(
                place ->
                    new Fact(
                        "id",
                        "key",
                        DAY,
                        Instant.EPOCH,
                        (long) place,
                        Operation.RECORD,
                        body,
                        false))
            .toList();
    return new CompanyRecord("%09d".formatted(number), number, List.copyOf(facts));
  }
}
