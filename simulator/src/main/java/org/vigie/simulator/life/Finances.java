package org.vigie.simulator.life;

import static org.vigie.simulator.chance.Chance.logistic;

import org.vigie.simulator.chance.Chance;

/// The latent state of one company, stepped month by month. Health follows a slow AR(1) with rare
/// falls; trouble raises leverage, makes contributions go unpaid, and sheds staff.
final class Finances {

  private static final double HEALTH_PERSISTENCE = 0.975;
  private static final double HEALTH_NEWS = 0.13;
  private static final double FALLS_A_MONTH = 0.0045;
  private static final double MEAN_FALL = 1.6;

  /// What the falls take away in the long run: rate × mean / (1 − persistence). Added back, so that
  /// an ordinary company's distress averages 0.
  private static final double FALLS_MADE_GOOD =
      FALLS_A_MONTH * MEAN_FALL / (1 - HEALTH_PERSISTENCE);

  private static final double ORDINARY_LEVERAGE = 0.5;
  private static final double HIGHEST_LEVERAGE = 4;

  private final Chance chance;
  private final double meanHealth;
  private double health;
  private double leverage;
  private double headcount;
  private double debtMonths;
  private boolean paidLate;

  /// @param distress what this company's distress is in the long run, 0 for an ordinary one
  Finances(double distress, double headcount, Chance chance) {
    this.chance = chance;
    this.meanHealth = FALLS_MADE_GOOD - distress;
    this.health = -distress + 0.6 * chance.gaussian();
    this.leverage = Math.clamp(ORDINARY_LEVERAGE + 0.3 * chance.gaussian(), 0, HIGHEST_LEVERAGE);
    this.headcount = headcount;
  }

  /// A month of a company in bonis.
  Month live(int month, double climate) {
    double distress = worsen(climate);
    staff(distress);
    double repaid = repaidShare(distress);
    double unpaid = unpaidShare(distress);
    debtMonths = debtMonths * (1 - repaid) + unpaid;
    return new Month(month, distress, leverage, headcount, unpaid, repaid, debtMonths);
  }

  /// A month under the court's protection: old debts are frozen, new contributions mostly paid.
  Month liveUnderProcedure(int month, double climate) {
    double distress = worsen(climate);
    headcount = Math.max(1, headcount * chance.uniform(0.965, 1.005));
    double unpaid = chance.happens(0.06) ? chance.uniform(0.2, 1) : 0;
    debtMonths += unpaid;
    return new Month(month, distress, leverage, headcount, unpaid, 0, debtMonths);
  }

  private double worsen(double climate) {
    health =
        HEALTH_PERSISTENCE * health
            + (1 - HEALTH_PERSISTENCE) * meanHealth
            + HEALTH_NEWS * chance.gaussian();
    if (chance.happens(FALLS_A_MONTH)) {
      health -= chance.exponential(MEAN_FALL);
    }
    double distress = -health - climate;
    double drift = 0.06 * distress - 0.03 * (leverage - ORDINARY_LEVERAGE);
    leverage = Math.clamp(leverage + drift + 0.02 * chance.gaussian(), 0, HIGHEST_LEVERAGE);
    return distress;
  }

  private void staff(double distress) {
    double growth = 0.002 - 0.005 * distress + 0.012 * chance.gaussian();
    headcount *= 1 + Math.clamp(growth, -0.08, 0.08);
    if (chance.happens(logistic(-5.2 + 0.9 * distress))) {
      headcount *= chance.uniform(0.7, 0.93);
    }
    headcount = Math.max(1, headcount);
  }

  /// Late payers stay late: the second month in a row is far likelier than the first.
  private double unpaidShare(double distress) {
    double probability =
        paidLate
            ? logistic(0.4 + 1.0 * distress)
            : logistic(-5.2 + 2.0 * distress + 0.9 * leverage);
    paidLate = chance.happens(probability);
    if (!paidLate) {
      return 0;
    }
    return chance.happens(0.5) ? 1 : chance.uniform(0.15, 0.9);
  }

  private double repaidShare(double distress) {
    if (debtMonths == 0) {
      return 0;
    }
    double probability = paidLate ? 0.12 : logistic(1.2 - 1.3 * distress);
    if (!chance.happens(probability)) {
      return 0;
    }
    if (paidLate) {
      return chance.uniform(0.05, 0.4);
    }
    return chance.happens(0.6) ? 1 : chance.uniform(0.2, 0.8);
  }
}
