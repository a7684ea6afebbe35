package org.vigie.simulator.registers;

import java.time.LocalDate;
import org.vigie.simulator.calendar.Months;
import org.vigie.simulator.chance.Chance;
import org.vigie.simulator.country.Site;

/// URSSAF's contributions: one call a period, sometimes cancelled and called again, sometimes
/// regularised months later.
final class Cotisations {

  private static final double CALLED_AGAIN = 0.02;
  private static final double REGULARISED = 0.015;
  private static final double LATE = 0.02;

  private final Dossier dossier;
  private final Chance chance;

  Cotisations(Dossier dossier, Chance chance) {
    this.dossier = dossier;
    this.chance = chance;
  }

  void write() {
    int step = dossier.company().paysQuarterly() ? Period.QUARTER : 1;
    for (int s = 0; s < dossier.company().sites().size(); s++) {
      int start = Math.max(dossier.life().firstMonth(), dossier.timeline().historyStart());
      for (int month = start; month <= lastKnownMonth(); month++) {
        var period = step == 1 ? new Period(month, 1) : Period.quarterOf(month);
        // A quarter is called in the last of its months, or of the company's.
        if (month == period.lastMonth() || month == dossier.life().lastMonth()) {
          call(s, period);
        }
      }
    }
  }

  private int lastKnownMonth() {
    int lastDelivered = Months.of(dossier.timeline().lastDelivery());
    return Math.min(dossier.life().lastMonth(), lastDelivered);
  }

  private void call(int siteIndex, Period period) {
    long due = 0;
    double unpaid = 0;
    for (int month = period.firstMonth(); month <= period.lastMonth(); month++) {
      if (month >= dossier.life().firstMonth() && month <= dossier.life().lastMonth()) {
        long monthly = dossier.payroll().dueCentimes(siteIndex, month);
        due += monthly;
        unpaid += monthly * dossier.life().at(month).unpaidShare();
      }
    }
    if (due > 0) {
      lines(dossier.company().sites().get(siteIndex), period, due, due - Math.round(unpaid));
    }
  }

  private void lines(Site site, Period period, long due, long paid) {
    var calledOn = Months.day(period.lastMonth() + 1, chance.between(16, 22));
    var knownOn = chance.happens(LATE) ? calledOn.plusMonths(1) : calledOn;
    if (chance.happens(CALLED_AGAIN)) {
      // The first call was too high by 2 to 20 %: it is cancelled, then called right.
      long wrong = Math.round(due * chance.uniform(1.02, 1.2)) + 1;
      var againOn = knownOn.plusDays(chance.between(10, 50));
      line(site, knownOn, period, 0, wrong);
      line(site, againOn, period, 0, -wrong);
      line(site, againOn, period, paid, due);
    } else {
      line(site, knownOn, period, paid, due);
    }
    if (chance.happens(REGULARISED)) {
      long difference = Math.round(due * chance.uniform(-0.03, 0.03));
      if (difference != 0) {
        line(site, knownOn.plusDays(chance.between(60, 240)), period, difference, difference);
      }
    }
  }

  private void line(Site site, LocalDate knownOn, Period period, long paid, long due) {
    var premises = site.premisesOn(Months.day(period.lastMonth(), 1));
    dossier
        .out()
        .accept(
            new CotisationRow(knownOn, site.account(), premises, period, paid < due, paid, due));
  }
}
