package org.vigie.alerts.consume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.apache.kafka.common.serialization.Deserializer;
import org.junit.jupiter.api.Test;
import org.vigie.alerts.Samples;
import org.vigie.alerts.Wire;
import org.vigie.alerts.consume.Reading.Refused;
import org.vigie.schemas.Barrier;
import org.vigie.schemas.Cause;
import org.vigie.schemas.Causes;
import org.vigie.schemas.CompanyScore;
import org.vigie.schemas.DayClosed;
import org.vigie.schemas.ModelActivated;
import org.vigie.schemas.Partitions;
import org.vigie.schemas.ScoreRecord;
import org.vigie.schemas.Scored;
import org.vigie.schemas.TopicSerde;
import org.vigie.schemas.Topics;
import org.vigie.schemas.events.Control.BarrierPassed;
import org.vigie.schemas.events.Control.DayOver;
import org.vigie.schemas.events.Control.ModelInForce;

class ScoreReaderTest {

  private static final int PARTITION = Partitions.of(Samples.SIREN);

  private final ScoreReader reader = new ScoreReader(Wire.deserializer(ScoreRecord.class));

  @Test
  void aScoreIsReadWithWhatItSays() {
    var reading = read(Samples.score(Samples.SIREN, "2026-02-01", Samples.scored(0.2), null));

    assertThat(reading)
        .isInstanceOfSatisfying(
            Reading.Score.class,
            score -> {
              assertThat(score.observation().siren()).isEqualTo(Samples.SIREN);
              assertThat(score.observation().asOf()).isEqualTo("2026-02-01");
              assertThat(score.observation().previous()).isEmpty();
            });
  }

  @Test
  void controlRecordsAreReadAsWhatTheyControl() {
    assertThat(read(new DayClosed(LocalDate.parse("2026-02-20"))))
        .isEqualTo(new Reading.Passed(new DayOver(LocalDate.parse("2026-02-20"))));
    assertThat(read(new Barrier("b1"))).isEqualTo(new Reading.Passed(new BarrierPassed("b1")));
    assertThat(read(new ModelActivated("m2")))
        .isEqualTo(new Reading.Passed(new ModelInForce("m2")));
  }

  @Test
  void bytesThatAreNoRecordAreRefusedWithThem() {
    var noise = "not avro".getBytes(StandardCharsets.UTF_8);

    assertThat(reader.read(noise, PARTITION))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              assertThat(refused.wire()).isEqualTo(noise);
              assertThat(refused.reason()).startsWith("not a record");
            });
  }

  @Test
  void bytesThatDoNotBeginLikeTheWireFormatAreRefusedWithoutARegistry() {
    try (var real = TopicSerde.deserializer(Topics.COMPANY_SCORES, "http://localhost:1/apis")) {
      var onTheWire = new ScoreReader(real);

      assertThat(onTheWire.read("noise".getBytes(StandardCharsets.UTF_8), PARTITION))
          .isInstanceOf(Refused.class);
      assertThat(onTheWire.read(new byte[] {0, 0}, PARTITION)).isInstanceOf(Refused.class);
    }
  }

  @Test
  void aTombstoneAndAnEmptyValueAreRefused() {
    assertThat(reader.read(null, PARTITION)).isInstanceOf(Refused.class);
    assertThat(reader.read(new byte[0], PARTITION)).isInstanceOf(Refused.class);
  }

  @Test
  void aScoreWithoutItsThresholdsIsRefused() {
    var bare = Scored.newBuilder(Samples.scored(0.2)).setThresholds(List.of()).build();

    assertThat(reasonOf(Samples.score(Samples.SIREN, "2026-02-01", bare, null)))
        .startsWith("outcome.thresholds");
    assertThat(reasonOf(Samples.score(Samples.SIREN, "2026-02-01", Samples.scored(0.2), bare)))
        .startsWith("previous.thresholds");
  }

  @Test
  void aScoreThatBreaksARuleIsRefusedWithIt() {
    var seven = Scored.newBuilder(Samples.scored(0.2)).setP18(7).build();

    assertThat(reasonOf(Samples.score(Samples.SIREN, "2026-02-01", seven, null)))
        .isEqualTo("outcome.p18: 7.0 is no probability");
  }

  @Test
  void aScoreInAnotherCompanysPartitionIsRefused() {
    var score = Samples.score(Samples.SIREN, "2026-02-01", Samples.scored(0.2), null);
    var wire = Wire.bytes(ScoreRecord.class, new ScoreRecord(score));

    assertThat(reader.read(wire, PARTITION + 1))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.reason()).contains("belongs to partition"));
  }

  @Test
  void aSirenThatIsNotNineDigitsIsRefused() {
    assertThat(reasonOf(Samples.score("12345", "2026-02-01", Samples.scored(0.2), null)))
        .isEqualTo("siren: 12345 is not nine digits");
  }

  @Test
  void aCauseOfAnUnknownSourceIsRefusedSinceNoRightIsKnownForIt() {
    var score = Samples.score(Samples.SIREN, "2026-02-01", Samples.scored(0.2), null);
    var cause = new Cause("f1", "espionnage", LocalDate.parse("2026-01-01"));
    var unknown = CompanyScore.newBuilder(score).setCauses(new Causes(List.of(cause), 1)).build();

    assertThat(reasonOf(unknown)).isEqualTo("causes: no section is known for source espionnage");
  }

  @Test
  void aRegistryThatDoesNotAnswerRefusesNothing() {
    Deserializer<ScoreRecord> unreachable =
        (_, _) -> {
          throw new UncheckedIOException(new ConnectException("registry"));
        };

    assertThatThrownBy(() -> new ScoreReader(unreachable).read(new byte[5], PARTITION))
        .isInstanceOf(UncheckedIOException.class);
  }

  private String reasonOf(CompanyScore score) {
    assertThat(read(score)).isInstanceOf(Refused.class);
    return ((Refused) read(score)).reason();
  }

  private Reading read(Object body) {
    return reader.read(Wire.bytes(ScoreRecord.class, new ScoreRecord(body)), PARTITION);
  }
}
