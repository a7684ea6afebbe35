package org.vigie.simulator.registers;

import java.time.LocalDate;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.vigie.simulator.calendar.Timeline;
import org.vigie.simulator.country.Company;
import org.vigie.simulator.country.Site;
import org.vigie.simulator.life.Life;

/// What every register looks at when it writes about a company, and where it writes to.
record Dossier(Company company, Life life, Payroll payroll, Timeline timeline, Consumer<Row> out) {

  /// The last day of work at `site`: its own closing, or the end of the company's activity.
  @Nullable LocalDate workEndsOn(Site site) {
    var own = site.closesOn();
    var common = life.activityEndedOn();
    if (own == null || common == null) {
      return own == null ? common : own;
    }
    return own.isBefore(common) ? own : common;
  }
}
