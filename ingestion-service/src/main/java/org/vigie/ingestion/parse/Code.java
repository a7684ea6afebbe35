package org.vigie.ingestion.parse;

import java.util.Set;

/// Whole numbers: codes, compared as integers (`07` = 7), and ranks.
final class Code {

  // Nine digits fit an int.
  private static final int DIGITS_MAX = 9;

  // Mise en recouvrement, paiement, admission en non-valeur, remise, abandon; 11 to 15 annul them.
  private static final Set<Integer> DEBIT_OPERATIONS = Set.of(1, 2, 3, 4, 5, 11, 12, 13, 14, 15);

  static Reading<Integer> number(String text) {
    var digits = WrittenNumber.withoutZeroDecimals(text);
    return Digits.atMost(digits, DIGITS_MAX)
        ? Reading.good(Integer.parseInt(digits))
        : Reading.bad("is not a whole number");
  }

  static Reading<Integer> debitOperation(String text) {
    return number(text) instanceof Reading.Good<Integer>(var code, _)
        ? Reading.good(code, !DEBIT_OPERATIONS.contains(code))
        : Reading.bad("a code of operation is a whole number");
  }

  private Code() {}
}
