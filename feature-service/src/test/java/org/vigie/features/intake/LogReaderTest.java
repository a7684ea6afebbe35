package org.vigie.features.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.features.LogBuilder.SIREN;
import static org.vigie.features.LogBuilder.knownOn;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.features.LogBuilder;
import org.vigie.features.intake.LogReader.Readable;
import org.vigie.features.intake.LogReader.Result;
import org.vigie.features.intake.LogReader.Unreadable;
import org.vigie.features.intake.LogReader.Unusable;
import org.vigie.schemas.Barrier;
import org.vigie.schemas.DayClosed;
import org.vigie.schemas.Fact;
import org.vigie.schemas.SourceRecord;
import org.vigie.schemas.Thresholds;
import org.vigie.schemas.Topics;
import org.vigie.schemas.events.Control.DayOver;
import org.vigie.schemas.events.SourceDoor;

class LogReaderTest {

  private static final byte[] WIRE = {0, 0, 0, 0, 1, 0};

  /// Where murmur2 puts the company of the tests, among twelve.
  private static final int PARTITION = 4;

  private static final LogBuilder MARCH = knownOn("2026-03-10");

  @Test
  void factsInThePartitionOfTheirCompanyAreRead() {
    var record = MARCH.record("cotisation", MARCH.cotisation("2026-02", 1, 1200));

    assertThat(read(record, PARTITION)).isEqualTo(new Readable(SourceDoor.open(record)));
  }

  @Test
  void factsInAnotherPartitionAreRefusedWithBothPartitions() {
    var record = MARCH.record("cotisation", MARCH.cotisation("2026-02", 1, 1200));

    assertThat(read(record, 7))
        .isEqualTo(
            new Unusable(
                record, "facts of siren " + SIREN + " belong in partition 4, not in partition 7"));
  }

  @Test
  void controlRecordsStandInEveryPartition() {
    for (var partition = 0; partition < Topics.PARTITIONS; partition++) {
      var day = LogBuilder.control(new DayClosed(LocalDate.parse("2026-03-10")));

      assertThat(read(day, partition))
          .isEqualTo(new Readable(new DayOver(LocalDate.parse("2026-03-10"))));
    }
  }

  @Test
  void factsOfNoCompanyAreRefused() {
    var record = MARCH.record("12", "cotisation", List.of(MARCH.cotisation("2026-02", 1, 1200)));

    assertThat(read(record, 0))
        .isEqualTo(new Unusable(record, "facts name no company: siren is 12"));
  }

  // As a later release of the schemas would have it.
  @Test
  void aRecordWithABodyOfAKindThatIsNotKnownIsUnreadable() {
    var record = LogBuilder.control(new Thresholds(0.5, 0.8));

    assertThat(read(record, 0))
        .isEqualTo(new Unreadable("this release cannot read a record whose body is a Thresholds"));
  }

  @Test
  void aRecordWithAFactOfAKindThatIsNotKnownIsUnreadableAsAWhole() {
    var good = MARCH.cotisation("2026-02", 1, 1200);
    var unknown = Fact.newBuilder(good).setKey("unknown").build();
    unknown.put("body", new Barrier("of a kind to come"));

    assertThat(read(MARCH.record("cotisation", unknown, good), PARTITION))
        .isEqualTo(new Unreadable("this release cannot read a fact whose body is a Barrier"));
  }

  @Test
  void bytesThatAreNoRecordAreUnreadable() {
    var reader = new LogReader((_, _) -> MARCH.record("cotisation"), Topics.PARTITIONS);

    assertThat(reader.read(new byte[] {1, 2, 3}, 0)).isInstanceOf(Unreadable.class);
  }

  private static Result read(SourceRecord record, int partition) {
    return new LogReader((_, _) -> record, Topics.PARTITIONS).read(WIRE, partition);
  }
}
