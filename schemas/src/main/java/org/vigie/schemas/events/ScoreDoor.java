package org.vigie.schemas.events;

import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import org.vigie.schemas.Abstained;
import org.vigie.schemas.CompanyScore;
import org.vigie.schemas.ScoreRecord;
import org.vigie.schemas.Scored;
import org.vigie.schemas.Topics;
import org.vigie.schemas.events.ScoreEvent.ScoreOfCompany;
import org.vigie.schemas.events.ScoreOutcome.Measured;
import org.vigie.schemas.events.ScoreOutcome.Unscored;

/// The door of company-scores.
public final class ScoreDoor {

  /// A reader of the topic.
  public static RecordReader<ScoreEvent> reader(Deserializer<ScoreRecord> deserializer) {
    return new RecordReader<>(Topics.COMPANY_SCORES, deserializer, ScoreDoor::open);
  }

  /// What a record says.
  ///
  /// @throws UnknownBody when its body or outcome is of no case known here
  public static ScoreEvent open(ScoreRecord record) {
    return record.getBody() instanceof CompanyScore score
        ? open(score)
        : ControlDoor.open(record.getBody());
  }

  /// A company's score, of a record or of a store.
  ///
  /// @throws UnknownBody when its outcome is of no case known here
  public static ScoreOfCompany open(CompanyScore score) {
    return new ScoreOfCompany(score, outcome(score.getOutcome()), previous(score.getPrevious()));
  }

  private static @Nullable ScoreOutcome previous(@Nullable Object outcome) {
    return outcome == null ? null : outcome(outcome);
  }

  private static ScoreOutcome outcome(Object outcome) {
    return switch (outcome) {
      case Scored scored -> new Measured(scored);
      case Abstained abstained -> new Unscored(abstained.getReason());
      default -> throw new UnknownBody("score", outcome);
    };
  }

  private ScoreDoor() {}
}
