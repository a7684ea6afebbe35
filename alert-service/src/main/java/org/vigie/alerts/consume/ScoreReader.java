package org.vigie.alerts.consume;

import io.apicurio.registry.rest.client.models.ProblemDetails;
import java.io.UncheckedIOException;
import java.net.SocketException;
import java.nio.BufferUnderflowException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.avro.AvroRuntimeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import org.vigie.schemas.Abstained;
import org.vigie.schemas.Barrier;
import org.vigie.schemas.Cause;
import org.vigie.schemas.CompanyScore;
import org.vigie.schemas.DayClosed;
import org.vigie.schemas.ModelActivated;
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

  // How the registry says that it has no schema of an id.
  private static final int NOT_FOUND = 404;

  // How the serde says that bytes do not begin like the wire format.
  private static final String NO_WIRE_FORMAT = "Unknown magic byte!";

  private final Deserializer<ScoreRecord> deserializer;

  public ScoreReader(Deserializer<ScoreRecord> deserializer) {
    this.deserializer = deserializer;
  }

  /// What a value says; `Refused` when it cannot be used. An unreachable registry is an exception:
  /// the record is good and must be read again.
  public Reading read(byte @Nullable [] wire) {
    if (wire == null || wire.length == 0) {
      return new Reading.Refused("a tombstone or nothing: no score is withdrawn", new byte[0]);
    }
    try {
      // Whatever record was written: a schema of another topic is no failure of the registry.
      Object value = deserializer.deserialize(Topics.COMPANY_SCORES.name(), wire);
      return value instanceof ScoreRecord score
          ? read(score, wire)
          : new Reading.Refused("not a ScoreRecord: " + value.getClass().getName(), wire);
    } catch (RuntimeException e) {
      if (isTheRecordsFault(e)) {
        return new Reading.Refused("not a ScoreRecord: " + e, wire);
      }
      throw e;
    }
  }

  // Whatever else goes wrong (a registry that does not answer) is no fault of the record.
  private static boolean isTheRecordsFault(RuntimeException e) {
    return switch (e) {
      case AvroRuntimeException _, SerializationException _ -> true;
      case IndexOutOfBoundsException _, NegativeArraySizeException _ -> true;
      case BufferUnderflowException _ -> true;
      case IllegalStateException state -> NO_WIRE_FORMAT.equals(state.getMessage());
      case UncheckedIOException io -> !(io.getCause() instanceof SocketException);
      case ProblemDetails answer -> Objects.equals(answer.getStatus(), NOT_FOUND);
      default -> e.getCause() instanceof RuntimeException cause && isTheRecordsFault(cause);
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
