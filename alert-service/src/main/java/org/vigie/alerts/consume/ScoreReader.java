package org.vigie.alerts.consume;

import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import org.vigie.schemas.Abstained;
import org.vigie.schemas.Barrier;
import org.vigie.schemas.CompanyScore;
import org.vigie.schemas.DayClosed;
import org.vigie.schemas.ModelActivated;
import org.vigie.schemas.RecordReader;
import org.vigie.schemas.RecordReader.Readable;
import org.vigie.schemas.RecordReader.Unreadable;
import org.vigie.schemas.ScoreCheck;
import org.vigie.schemas.ScoreRecord;
import org.vigie.schemas.Scored;
import org.vigie.schemas.Topics;

/// Reads the values of `company-scores` and refuses those that no policy could judge.
public final class ScoreReader {

  private final RecordReader<ScoreRecord> records;

  public ScoreReader(Deserializer<ScoreRecord> deserializer) {
    this.records = new RecordReader<>(Topics.COMPANY_SCORES, deserializer);
  }

  /// What a value says; `Refused` when it cannot be used, with the rule that it breaks. An
  /// unreachable registry is an exception: the record is good and must be read again.
  public Reading read(byte @Nullable [] wire, int partition) {
    byte[] raw = wire == null ? new byte[0] : wire;
    return switch (records.read(wire)) {
      case Readable<ScoreRecord>(ScoreRecord score) -> read(score, raw, partition);
      case Unreadable<ScoreRecord>(String reason) -> new Reading.Refused(reason, raw);
    };
  }

  private static Reading read(ScoreRecord value, byte[] wire, int partition) {
    return switch (value.getBody()) {
      case CompanyScore score -> read(score, wire, partition);
      case DayClosed closed -> new Reading.DayOver(closed.getDay());
      case Barrier barrier -> new Reading.BarrierReached(barrier.getId());
      case ModelActivated _ -> new Reading.ModelChanged();
      default -> new Reading.Refused("a body of a kind that is not known", wire);
    };
  }

  private static Reading read(CompanyScore score, byte[] wire, int partition) {
    return ScoreCheck.fault(score, partition)
        .<Reading>map(reason -> new Reading.Refused(reason, wire))
        .orElseGet(() -> new Reading.Score(observation(score), wire));
  }

  private static Observation observation(CompanyScore score) {
    var previous = score.getPrevious();
    return new Observation(
        score.getSiren(),
        score.getAsOf(),
        score.getModel(),
        outcome(score.getOutcome()),
        previous == null ? null : outcome(previous),
        score.getEverInAlert(),
        score.getProfile(),
        score.getCauses());
  }

  private static Outcome outcome(Object body) {
    return body instanceof Scored scored
        ? new Outcome.Measured(scored)
        : new Outcome.Unscored(((Abstained) body).getReason());
  }
}
