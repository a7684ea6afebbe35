package org.vigie.simulator.registers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.simulator.calendar.Months;
import org.vigie.simulator.chance.Chance;
import org.vigie.simulator.life.Life;
import org.vigie.simulator.life.Month;
import org.vigie.simulator.life.Procedure;

/// The debts of one account over a life: opened when a period goes unpaid, paid oldest first.
final class Ledger {

  /// Months between a period and what URSSAF does about it: due in the next, claimed in the one
  /// after.
  private static final int DELAY_MONTHS = 2;

  /// The employees' share of contributions.
  private static final double OUVRIERE = 0.24;

  private static final double REJECTED_PAYMENTS = 0.03;

  private final int site;
  private final boolean quarterly;
  private final Payroll payroll;
  private final Chance chance;
  private final List<Debt> debts = new ArrayList<>();
  private double unpaidCentimes;

  Ledger(int site, boolean quarterly, Payroll payroll, Chance chance) {
    this.site = site;
    this.quarterly = quarterly;
    this.payroll = payroll;
    this.chance = chance;
  }

  /// Every debt that this account ever had, in order of period.
  List<Debt> debts(Life life) {
    for (var month : life.months()) {
      repay(month, life.procedure());
      claim(month, life);
    }
    var ceasedOn = life.ceasedOn();
    if (ceasedOn != null) {
      close(ceasedOn, life.procedure() != null);
    }
    return debts;
  }

  /// From the opening of a procedure on, earlier debts are frozen.
  private void repay(Month month, @Nullable Procedure procedure) {
    long budget = Math.round(month.repaidShare() * standingCentimes());
    for (var debt : debts) {
      if (budget > 0 && !debt.isSettled()) {
        var paidOn = dayAfterDelay(month.month(), 1, 28);
        if (procedure != null && !paidOn.isBefore(procedure.openedOn())) {
          return;
        }
        budget = debt.pay(budget, paidOn);
        if (chance.happens(REJECTED_PAYMENTS)) {
          debt.cancelPayment(paidOn.plusDays(chance.between(4, 12)));
        }
      }
    }
  }

  private void claim(Month month, Life life) {
    unpaidCentimes += month.unpaidShare() * payroll.dueCentimes(site, month.month());
    var period = quarterly ? Period.quarterOf(month.month()) : new Period(month.month(), 1);
    boolean complete = month.month() == period.lastMonth() || month.month() == life.lastMonth();
    if (complete) {
      long centimes = Math.round(unpaidCentimes);
      unpaidCentimes = 0;
      if (centimes > 0) {
        long ouvriere = Math.round(OUVRIERE * centimes);
        var claimedOn = dayAfterDelay(period.lastMonth(), 1, 20);
        debts.add(new Debt(period, claimedOn, ouvriere, centimes - ouvriere));
      }
    }
  }

  /// Who closes in bonis pays; what a liquidation leaves is given up for lost.
  private void close(LocalDate on, boolean failed) {
    for (var debt : debts) {
      if (!debt.isSettled() && failed) {
        debt.writeOff(on);
      } else if (!debt.isSettled()) {
        debt.pay(debt.balanceCentimes(), on);
      }
    }
  }

  private long standingCentimes() {
    return debts.stream().mapToLong(Debt::balanceCentimes).sum();
  }

  private LocalDate dayAfterDelay(int month, int first, int last) {
    return Months.day(month + DELAY_MONTHS, chance.between(first, last));
  }
}
