package org.vigie.scoring.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.Barrier;
import org.vigie.schemas.Partitions;
import org.vigie.schemas.ScoreRecord;
import org.vigie.schemas.Scored;
import org.vigie.schemas.Topics;
import org.vigie.schemas.events.RecordReader;
import org.vigie.schemas.events.ScoreDoor;
import org.vigie.schemas.events.ScoreEvent;
import org.vigie.scoring.Scores;
import org.vigie.scoring.Wire;

class ScoreFeedTest {

  private static final String SIREN = "100000001";
  private static final int PARTITION = Partitions.of(SIREN);
  private static final byte[] NO_AVRO = {0, 0, 0, 0, 1, 99};

  private final RecordReader<ScoreEvent> reader =
      ScoreDoor.reader(Wire.deserializer(ScoreRecord.class));

  @Test
  void whatCannotBeReadIsPassedOverAndTheFeedGoesOn() {
    var score = Scores.of(SIREN);

    List<Arrival> arrivals =
        ScoreFeed.arrivals(
            List.of(
                record(7, NO_AVRO), record(8, wire(new Barrier("b-1"))), record(9, wire(score))),
            reader);

    assertThat(arrivals)
        .containsExactly(
            new Arrival(PARTITION, 7, Optional.empty()),
            new Arrival(PARTITION, 8, Optional.empty()),
            new Arrival(PARTITION, 9, Optional.of(ScoreDoor.open(score))));
  }

  @Test
  void aScoreThatBreaksARuleIsPassedOver() {
    var seven = Scored.newBuilder(Scores.ELEVE).setP18(7).build();
    var broken = Scores.of(SIREN, one -> one.setOutcome(seven));

    assertThat(ScoreFeed.arrivals(List.of(record(7, wire(broken))), reader))
        .containsExactly(new Arrival(PARTITION, 7, Optional.empty()));
  }

  private static byte[] wire(Object body) {
    return Wire.bytes(ScoreRecord.class, new ScoreRecord(body));
  }

  private static ConsumerRecord<String, byte[]> record(long offset, byte[] value) {
    return new ConsumerRecord<>(Topics.COMPANY_SCORES.name(), PARTITION, offset, "key", value);
  }
}
