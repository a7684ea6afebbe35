package org.vigie.simulator.life;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The life of a company over the simulated months.
///
/// @param months its active months without a gap, at least one; none after activity has ended
/// @param procedure the procédure collective that it met; null when it stayed in bonis
/// @param activityEndedOn last day of work; null when it works on at the end
/// @param ceasedOn day from which it no longer exists; null when it does at the end
public record Life(
    List<Month> months,
    @Nullable Procedure procedure,
    @Nullable LocalDate activityEndedOn,
    @Nullable LocalDate ceasedOn) {

  public Life {
    months = List.copyOf(months);
    if (months.isEmpty()) {
      throw new IllegalArgumentException("a life without a month");
    }
  }

  public Optional<LocalDate> failedOn() {
    return Optional.ofNullable(procedure).map(Procedure::openedOn);
  }

  public int firstMonth() {
    return months.getFirst().month();
  }

  public int lastMonth() {
    return months.getLast().month();
  }

  /// The given proleptic month, which must be one of the active ones.
  public Month at(int month) {
    return months.get(month - firstMonth());
  }
}
