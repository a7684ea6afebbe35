package org.vigie.features.facts;

import java.time.LocalDate;

/// One operation on a debt; its amounts are the balance left after it.
///
/// @param ecart names the debt (écart négatif) within the company: account, period and number
/// @param historyNumber rank of the operation: of those taken into account, the highest decides
/// @param processedOn day of the operation
/// @param partOuvriere balance of the employees' share, in centimes, see [Amounts#isPossible]
/// @param partPatronale balance of the employer's share, likewise
public record DebtOperation(
    String ecart, int historyNumber, LocalDate processedOn, long partOuvriere, long partPatronale)
    implements FactValue {

  public DebtOperation {
    Amounts.possible(partOuvriere);
    Amounts.possible(partPatronale);
  }

  /// The month in which it is taken into account.
  public int accountedMonth() {
    return Months.ofAccounts(processedOn);
  }
}
