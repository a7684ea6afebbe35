package org.vigie.scoring.answer;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigie.scoring.readmodel.CauseRow;
import org.vigie.scoring.readmodel.Standing;

/// What a reader sees of a company's score: [Score], or for the operator alone [Abstention].
public sealed interface ScoreAnswer {

  /// @param level at 18 months, in French
  /// @param contributions log-odds that each theme adds at 18 months; with the intercept they sum
  ///     to the log-odds of `p18`
  /// @param previous what stood before; null when there was nothing, or nothing that is open
  /// @param causes the facts that changed it, without those of closed sections
  /// @param masked what stands instead of each closed section, whether it holds something or not
  record Score(
      String siren,
      LocalDate asOf,
      double p12,
      double p18,
      double p24,
      String level,
      Map<String, Double> contributions,
      double intercept,
      @Nullable String model,
      @Nullable Standing previous,
      List<CauseRow> causes,
      Map<String, String> masked)
      implements ScoreAnswer {}

  /// @param state always `abstained`
  /// @param reason in French
  record Abstention(String siren, String state, String reason) implements ScoreAnswer {}
}
