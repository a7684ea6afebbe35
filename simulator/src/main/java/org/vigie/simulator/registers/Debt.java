package org.vigie.simulator.registers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// One écart négatif of an account: its operations, ranked from 1 in order of time. The balance
/// never falls below zero.
final class Debt {

  /// Below this, centimes, URSSAF gives a balance up.
  private static final long WAIVED_CENTIMES = 500;

  private static final int MOTIVE_LATE = 1;
  private static final int MOTIVE_REJECTED_BY_BANK = 13;

  private final Period period;
  private final List<DebtOperation> operations = new ArrayList<>();

  Debt(Period period, LocalDate on, long ouvriereCentimes, long patronaleCentimes) {
    this.period = period;
    operations.add(
        new DebtOperation(
            1, on, DebtOperation.RECOVERY, MOTIVE_LATE, ouvriereCentimes, patronaleCentimes));
  }

  Period period() {
    return period;
  }

  List<DebtOperation> operations() {
    return operations;
  }

  long balanceCentimes() {
    return operations.getLast().balanceCentimes();
  }

  boolean isSettled() {
    return balanceCentimes() == 0;
  }

  /// Pays at most `centimes`, the employees' share first, and returns what is left of them.
  long pay(long centimes, LocalDate on) {
    var last = operations.getLast();
    long ouvriere = Math.min(centimes, last.ouvriereCentimes());
    long patronale = Math.min(centimes - ouvriere, last.patronaleCentimes());
    append(
        on,
        DebtOperation.PAYMENT,
        MOTIVE_LATE,
        last.ouvriereCentimes() - ouvriere,
        last.patronaleCentimes() - patronale);
    if (!isSettled() && balanceCentimes() < WAIVED_CENTIMES) {
      append(on, DebtOperation.WAIVER, MOTIVE_LATE, 0, 0);
    }
    return centimes - ouvriere - patronale;
  }

  /// The bank rejects the last payment: the balance before it comes back. Without a payment to
  /// cancel, nothing happens.
  void cancelPayment(LocalDate on) {
    if (operations.getLast().code() != DebtOperation.PAYMENT) {
      return;
    }
    var before = operations.get(operations.size() - 2);
    append(
        on,
        DebtOperation.PAYMENT_CANCELLED,
        MOTIVE_REJECTED_BY_BANK,
        before.ouvriereCentimes(),
        before.patronaleCentimes());
  }

  void writeOff(LocalDate on) {
    append(on, DebtOperation.WRITE_OFF, MOTIVE_LATE, 0, 0);
  }

  /// Whether something was still owed on `day`.
  boolean isOwedOn(LocalDate day) {
    var standing = 0L;
    for (var operation : operations) {
      if (!operation.processedOn().isAfter(day)) {
        standing = operation.balanceCentimes();
      }
    }
    return standing > 0;
  }

  /// Operations never go back in time: one that would is processed on the day of the one before.
  private void append(LocalDate on, int code, int motive, long ouvriere, long patronale) {
    var last = operations.getLast();
    var day = on.isBefore(last.processedOn()) ? last.processedOn() : on;
    operations.add(new DebtOperation(last.rank() + 1, day, code, motive, ouvriere, patronale));
  }
}
