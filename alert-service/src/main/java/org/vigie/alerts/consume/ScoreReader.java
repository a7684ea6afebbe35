package org.vigie.alerts.consume;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import org.vigie.schemas.Abstained;
import org.vigie.schemas.Barrier;
import org.vigie.schemas.Cause;
import org.vigie.schemas.CompanyScore;
import org.vigie.schemas.DayClosed;
import org.vigie.schemas.ModelActivated;
import org.vigie.schemas.RecordReader;
import org.vigie.schemas.RecordReader.Readable;
import org.vigie.schemas.RecordReader.Unreadable;
import org.vigie.schemas.ScoreRecord;
import org.vigie.schemas.Scored;
import org.vigie.schemas.Thresholds;
import org.vigie.schemas.Topics;
import org.vigie.schemas.access.Section;

/// Reads the values of `company-scores` and refuses those that no policy could judge.
public final class ScoreReader {

  private static final Pattern SIREN = Pattern.compile("[0-9]{9}");

  // 12, 18 and 24 months.
  private static final int HORIZONS = 3;

  private final RecordReader<ScoreRecord> records;

  public ScoreReader(Deserializer<ScoreRecord> deserializer) {
    this.records = new RecordReader<>(Topics.COMPANY_SCORES, deserializer);
  }

  /// What a value says; `Refused` when it cannot be used. An unreachable registry is an exception:
  /// the record is good and must be read again.
  public Reading read(byte @Nullable [] wire) {
    byte[] raw = wire == null ? new byte[0] : wire;
    return switch (records.read(wire)) {
      case Readable<ScoreRecord>(ScoreRecord score) -> read(score, raw);
      case Unreadable<ScoreRecord>(String reason) -> new Reading.Refused(reason, raw);
    };
  }

  private static Reading read(ScoreRecord value, byte[] wire) {
    return switch (value.getBody()) {
      case CompanyScore score -> read(score, wire);
      case DayClosed closed -> new Reading.DayOver(closed.getDay());
      case Barrier barrier -> new Reading.BarrierReached(barrier.getId());
      case ModelActivated _ -> new Reading.ModelChanged();
      default -> new Reading.Refused("a body of a kind that is not known", wire);
    };
  }

  private static Reading read(CompanyScore score, byte[] wire) {
    return fault(score)
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

  private static Optional<String> fault(CompanyScore score) {
    if (!SIREN.matcher(score.getSiren()).matches()) {
      return Optional.of("siren: " + score.getSiren() + " is not nine digits");
    }
    if (lacksThresholds(score.getOutcome())) {
      return Optional.of("outcome.thresholds: the three horizons need theirs, in order");
    }
    if (lacksThresholds(score.getPrevious())) {
      return Optional.of("previous.thresholds: the three horizons need theirs, in order");
    }
    return score.getCauses().getFacts().stream()
        .map(Cause::getSource)
        .filter(source -> !isKnown(source))
        .findFirst()
        .map(source -> "causes: no section is known for source " + source);
  }

  private static boolean lacksThresholds(@Nullable Object outcome) {
    return outcome instanceof Scored scored && !areThresholds(scored.getThresholds());
  }

  private static boolean areThresholds(List<Thresholds> thresholds) {
    return thresholds.size() == HORIZONS
        && thresholds.stream()
            .allMatch(each -> each.getModere() > 0 && each.getModere() <= each.getEleve());
  }

  private static boolean isKnown(String source) {
    try {
      Section.ofSource(source);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
