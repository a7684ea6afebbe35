package org.vigie.simulator.registers;

import java.time.LocalDate;

/// What happened to a debt, and what was left of it.
///
/// @param rank from 1, rising within a debt (Num_Hist_Ecn)
/// @param code Cd_op_ecn
/// @param motive Motif_ecn
/// @param ouvriereCentimes balance of the employees' share
/// @param patronaleCentimes balance of the employer's share
public record DebtOperation(
    int rank,
    LocalDate processedOn,
    int code,
    int motive,
    long ouvriereCentimes,
    long patronaleCentimes) {

  /// Mise en recouvrement.
  static final int RECOVERY = 1;

  static final int PAYMENT = 2;

  /// Admission en non-valeur: given up for lost.
  static final int WRITE_OFF = 3;

  /// Abandon de solde débiteur: a few euros nobody runs after.
  static final int WAIVER = 5;

  /// Annulation of a payment.
  static final int PAYMENT_CANCELLED = 12;

  public DebtOperation {
    if (ouvriereCentimes < 0 || patronaleCentimes < 0) {
      throw new IllegalArgumentException(
          "negative balance: " + ouvriereCentimes + ", " + patronaleCentimes);
    }
  }

  long balanceCentimes() {
    return ouvriereCentimes + patronaleCentimes;
  }
}
