package org.vigie.features.compute;

import java.time.LocalDate;
import org.vigie.features.facts.Months;

/// A company read at one month, in one of the two ways that the features know.
///
/// @param series the company's series
/// @param month the month: M
/// @param contributionMonth the month with which contributions end: M₀; [#NONE] when none is known
/// @param day the day on which profile and procédures are taken
/// @param knownBy the day whose knowledge of closings is used
record Reading(
    CompanySeries series, int month, int contributionMonth, LocalDate day, LocalDate knownBy) {

  /// No month at all: nothing is known there.
  static final int NONE = Integer.MIN_VALUE / 2;

  /// Contributions are known some weeks late; when they are later than this, they are unknown.
  private static final int MONTHS_LATE_MAX = 4;

  /// A month by itself, with all that is known.
  static Reading ofMonth(CompanySeries series, int month) {
    var contributionMonth = series.contributions().knows(month) ? month : NONE;
    return new Reading(series, month, contributionMonth, Months.lastDay(month), LocalDate.MAX);
  }

  /// A company as of a day: debts as they stand, contributions up to the last month known.
  static Reading asOf(CompanySeries series, LocalDate day) {
    var month = Months.ofAccounts(day);
    return new Reading(series, month, lastContribution(series, month), day, day);
  }

  private static int lastContribution(CompanySeries series, int month) {
    for (var earlier = month; earlier >= month - MONTHS_LATE_MAX; earlier--) {
      if (series.contributions().knows(earlier)) {
        return earlier;
      }
    }
    return NONE;
  }

  boolean hasContribution() {
    return contributionMonth != NONE;
  }

  Procedures procedures() {
    return Procedures.on(day, series.facts().procedures());
  }
}
