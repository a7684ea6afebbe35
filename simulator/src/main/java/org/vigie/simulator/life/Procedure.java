package org.vigie.simulator.life;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A procédure collective from its opening to its end.
///
/// @param judgements in order of time; the first opens
/// @param liquidatedOn the day on which activity ends; null when the company outlives the procedure
public record Procedure(List<Judgement> judgements, @Nullable LocalDate liquidatedOn) {

  public Procedure {
    judgements = List.copyOf(judgements);
    if (judgements.isEmpty()) {
      throw new IllegalArgumentException("a procedure without an opening");
    }
  }

  public LocalDate openedOn() {
    return judgements.getFirst().on();
  }

  public Action openedAs() {
    return judgements.getFirst().action();
  }

  /// Whether a plan de continuation runs on `day`.
  public boolean isUnderPlan(LocalDate day) {
    return judgements.stream()
            .anyMatch(j -> j.stage() == Stage.PLAN_CONTINUATION && !j.on().isAfter(day))
        && (liquidatedOn == null || day.isBefore(liquidatedOn));
  }
}
