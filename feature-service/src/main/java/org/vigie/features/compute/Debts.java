package org.vigie.features.compute;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import org.vigie.features.facts.Amounts;
import org.vigie.features.facts.DebtOperation;

/// Debt standing month by month, in centimes: 0 when nothing stands.
///
/// @param ouvriere employees' share
/// @param patronale employer's share
/// @param total both
record Debts(MonthlySeries ouvriere, MonthlySeries patronale, MonthlySeries total) {

  private static final Comparator<DebtOperation> AS_ACCOUNTED =
      Comparator.comparingInt(DebtOperation::accountedMonth)
          .thenComparingInt(DebtOperation::historyNumber);

  /// @param processedBy operations after this day are left out
  static Debts of(List<DebtOperation> operations, LocalDate processedBy, Span span) {
    var ouvriere = new long[span.length()];
    var patronale = new long[span.length()];
    var byEcart = new HashMap<String, List<DebtOperation>>();
    for (var operation : operations) {
      if (!operation.processedOn().isAfter(processedBy)
          && operation.accountedMonth() <= span.last()) {
        byEcart.computeIfAbsent(operation.ecart(), _ -> new ArrayList<>()).add(operation);
      }
    }
    byEcart.values().forEach(ecart -> addMovements(ecart, span, ouvriere, patronale));
    return standing(ouvriere, patronale, span);
  }

  /// Adds, month by month, by how much the balance of one écart négatif moves. The operation with
  /// the highest history number decides, not the latest.
  private static void addMovements(
      List<DebtOperation> ecart, Span span, long[] ouvriere, long[] patronale) {
    ecart.sort(AS_ACCOUNTED);
    var highest = Integer.MIN_VALUE;
    var ouvriereBefore = 0L;
    var patronaleBefore = 0L;
    for (var operation : ecart) {
      if (operation.historyNumber() > highest) {
        var index = Math.max(0, operation.accountedMonth() - span.first());
        ouvriere[index] = Amounts.sum(ouvriere[index], operation.partOuvriere() - ouvriereBefore);
        patronale[index] =
            Amounts.sum(patronale[index], operation.partPatronale() - patronaleBefore);
        highest = operation.historyNumber();
        ouvriereBefore = operation.partOuvriere();
        patronaleBefore = operation.partPatronale();
      }
    }
  }

  private static Debts standing(long[] ouvriere, long[] patronale, Span span) {
    var debts =
        new Debts(
            MonthlySeries.unknown(span), MonthlySeries.unknown(span), MonthlySeries.unknown(span));
    var ouvriereNow = 0L;
    var patronaleNow = 0L;
    for (var i = 0; i < span.length(); i++) {
      ouvriereNow = Amounts.sum(ouvriereNow, ouvriere[i]);
      patronaleNow = Amounts.sum(patronaleNow, patronale[i]);
      debts.ouvriere.add(span.first() + i, ouvriereNow);
      debts.patronale.add(span.first() + i, patronaleNow);
      debts.total.add(span.first() + i, Amounts.sum(ouvriereNow, patronaleNow));
    }
    return debts;
  }
}
