package org.vigie.alerts.consume;

import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import org.vigie.schemas.ScoreRecord;
import org.vigie.schemas.events.Control;
import org.vigie.schemas.events.RecordReader;
import org.vigie.schemas.events.RecordReader.Readable;
import org.vigie.schemas.events.RecordReader.Unreadable;
import org.vigie.schemas.events.ScoreCheck;
import org.vigie.schemas.events.ScoreDoor;
import org.vigie.schemas.events.ScoreEvent;
import org.vigie.schemas.events.ScoreEvent.ScoreOfCompany;

/// Reads the values of `company-scores` and refuses those that no policy could judge.
public final class ScoreReader {

  private final RecordReader<ScoreEvent> records;

  public ScoreReader(Deserializer<ScoreRecord> deserializer) {
    this.records = ScoreDoor.reader(deserializer);
  }

  /// What a value says; `Refused` when it cannot be used, with the rule that it breaks. An
  /// unreachable registry is an exception: the record is good and must be read again.
  public Reading read(byte @Nullable [] wire, int partition) {
    byte[] raw = wire == null ? new byte[0] : wire;
    return switch (records.read(wire)) {
      case Readable<ScoreEvent>(ScoreOfCompany score) -> read(score, raw, partition);
      case Readable<ScoreEvent>(Control control) -> new Reading.Passed(control);
      case Unreadable<ScoreEvent>(String reason) -> new Reading.Refused(reason, raw);
    };
  }

  private static Reading read(ScoreOfCompany score, byte[] wire, int partition) {
    return ScoreCheck.fault(score, partition)
        .<Reading>map(reason -> new Reading.Refused(reason, wire))
        .orElseGet(() -> new Reading.Score(observation(score), wire));
  }

  private static Observation observation(ScoreOfCompany told) {
    var score = told.body();
    return new Observation(
        score.getSiren(),
        score.getAsOf(),
        score.getModel(),
        told.outcome(),
        told.previous(),
        score.getEverInAlert(),
        score.getProfile(),
        score.getCauses());
  }
}
