package org.vigie.schemas.events;

import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.schemas.Cause;
import org.vigie.schemas.Causes;
import org.vigie.schemas.Contribution;
import org.vigie.schemas.Level;
import org.vigie.schemas.Partitions;
import org.vigie.schemas.Scored;
import org.vigie.schemas.Thresholds;
import org.vigie.schemas.access.Section;
import org.vigie.schemas.events.ScoreEvent.ScoreOfCompany;
import org.vigie.schemas.events.ScoreOutcome.Measured;
import org.vigie.schemas.events.ScoreOutcome.Unscored;

/// What every score on `company-scores` keeps, so that whoever reads one may rely on it. A score
/// that breaks a rule is refused by all its readers alike.
public final class ScoreCheck {

  private static final List<Integer> HORIZONS = List.of(12, 18, 24);

  /// What a score breaks: the field, its value and the rule; empty when nothing.
  ///
  /// @param partition partition of the topic in which it is
  public static Optional<String> fault(ScoreOfCompany score, int partition) {
    return Stream.of(
            Partitions.fault(score.body().getSiren(), partition),
            outcome("outcome", score.outcome()),
            outcome("previous", score.previous()),
            causes(score.body().getCauses()))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<String> outcome(String field, @Nullable ScoreOutcome outcome) {
    return switch (outcome) {
      case Measured(Scored scored) -> new ScoredCheck(field, scored).fault();
      case Unscored _ -> Optional.empty();
      case null -> Optional.empty();
    };
  }

  private static Optional<String> causes(Causes causes) {
    return causes.getFacts().stream()
        .map(Cause::getSource)
        .filter(source -> !Section.isSource(source))
        .findFirst()
        .map(source -> "causes: no section is known for source " + source);
  }

  /// @param field where the score is in its record
  private record ScoredCheck(String field, Scored scored) {

    Optional<String> fault() {
      if (!areThresholds(scored.getThresholds())) {
        return Optional.of(
            field + ".thresholds: each horizon needs its own, 0 < modere ≤ eleve ≤ 1");
      }
      return Stream.of(probabilities(), levels(), contributions())
          .flatMap(Optional::stream)
          .findFirst();
    }

    private static boolean areThresholds(List<Thresholds> thresholds) {
      return thresholds.size() == HORIZONS.size()
          && thresholds.stream()
              .allMatch(
                  each ->
                      0 < each.getModere()
                          && each.getModere() <= each.getEleve()
                          && each.getEleve() <= 1);
    }

    private List<Double> inOrder() {
      return List.of(scored.getP12(), scored.getP18(), scored.getP24());
    }

    private Optional<String> probabilities() {
      double before = 0;
      for (int at = 0; at < HORIZONS.size(); at++) {
        double p = inOrder().get(at);
        // Negated, so that NaN is refused.
        if (!(0 <= p && p <= 1)) {
          return Optional.of("%s.p%d: %s is no probability".formatted(field, HORIZONS.get(at), p));
        }
        if (p < before) {
          return Optional.of(
              "%s.p%d: %s is below the horizon before, %s"
                  .formatted(field, HORIZONS.get(at), p, before));
        }
        before = p;
      }
      return Optional.empty();
    }

    private Optional<String> levels() {
      var stated = List.of(scored.getLevel12(), scored.getLevel18(), scored.getLevel24());
      for (int at = 0; at < HORIZONS.size(); at++) {
        var expected = level(inOrder().get(at), scored.getThresholds().get(at));
        if (stated.get(at) != expected) {
          return Optional.of(
              "%s.level%d: %s, but %s by its thresholds"
                  .formatted(field, HORIZONS.get(at), stated.get(at), expected));
        }
      }
      return Optional.empty();
    }

    private static Level level(double probability, Thresholds thresholds) {
      if (probability >= thresholds.getEleve()) {
        return Level.ELEVE;
      }
      return probability >= thresholds.getModere() ? Level.MODERE : Level.AUCUN;
    }

    private Optional<String> contributions() {
      var values =
          DoubleStream.concat(
              DoubleStream.of(scored.getIntercept()),
              scored.getContributions().stream().mapToDouble(Contribution::getValue));
      return values.allMatch(Double::isFinite)
          ? Optional.empty()
          : Optional.of(field + ".contributions: one of them or the intercept is not finite");
    }
  }

  private ScoreCheck() {}
}
