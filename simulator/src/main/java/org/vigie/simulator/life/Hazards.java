package org.vigie.simulator.life;

import static org.vigie.simulator.chance.Chance.logistic;

/// How likely a company is to fail, or to close without failing, in a month.
final class Hazards {

  /// Set by trial: in a year 2.9 % of the companies in bonis fail, 2.4 % of those of ten and more.
  private static final double FAILURE = -9.72;

  /// About 2 % of companies close in a year for reasons of their own: retirement, sale, merger.
  private static final double CLOSING = -6.6;

  /// Nobody fails in his first months.
  private static final int GRACE_MONTHS = 6;

  private static final int YOUNG_MONTHS = 60;

  /// With the harder climate that they live in, companies under five years fail about 1.6 times as
  /// often as older ones.
  private static final double YOUNG = 0.1;

  private Hazards() {}

  static boolean isYoung(int ageMonths) {
    return ageMonths < YOUNG_MONTHS;
  }

  /// The load is mostly what months of trouble have piled up, so that debts lead failure by a year.
  static double failure(Month month, int ageMonths) {
    if (ageMonths < GRACE_MONTHS) {
      return 0;
    }
    double load =
        0.5 * month.distress()
            + 2.35 * (month.leverage() - 0.5)
            + 0.5 * Math.min(month.debtMonths(), 6)
            + (isYoung(ageMonths) ? YOUNG : 0);
    return logistic(FAILURE + load);
  }

  static double closing(Month month, int ageMonths) {
    if (ageMonths < GRACE_MONTHS) {
      return 0;
    }
    double small = month.headcount() < 10 ? 0.6 : 0;
    return logistic(CLOSING + 0.3 * month.distress() + small);
  }
}
