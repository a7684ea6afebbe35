package org.vigie.features.facts;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vigie.features.facts.StandingFacts.Keyed;

/// Which of the facts of one company are still kept on its as-of day: those that speak of a month
/// within the retention.
///
/// An operation on a debt speaks of every month in which the balance is the one that it left: until
/// an operation of a higher number is taken into account. The one of the highest number of its
/// écart négatif is kept for ever: without it an earlier one, of which a stock tells again, would
/// hold the balance.
final class Keeping implements Predicate<Keyed> {

  /// A withdrawn contribution is known by the first month of its period alone, which may be a year.
  private static final int MONTHS_OF_PERIOD_MAX = 12;

  private static final int FOR_EVER = Integer.MAX_VALUE;

  private final List<Keyed> facts;
  private final Retention retention;
  private final int firstMonth;
  private @Nullable Map<String, List<DebtOperation>> operations;

  Keeping(List<Keyed> facts, Retention retention, LocalDate asOf) {
    this.facts = facts;
    this.retention = retention;
    this.firstMonth = retention.firstMonth(asOf);
  }

  @Override
  public boolean test(Keyed fact) {
    return !retention.isBounded(fact.key().source()) || lastMonth(fact) >= firstMonth;
  }

  private long lastMonth(Keyed fact) {
    return switch (fact.version().value()) {
      case CotisationLine line -> (long) line.firstMonth() + line.months() - 1;
      case HeadcountCell cell -> cell.month();
      case DebtOperation operation -> lastMonthOfBalance(operation);
      case null -> lastMonthOfWithdrawn(fact);
      case ProcedureEvent _, EtablissementState _, CompanyIdentity _ -> FOR_EVER;
    };
  }

  private int lastMonthOfWithdrawn(Keyed fact) {
    var month = Months.of(fact.version().occurredOn());
    return switch (fact.key().source()) {
      // It stands against an operation that may be kept for ever.
      case "debit" -> FOR_EVER;
      case "cotisation" -> month + MONTHS_OF_PERIOD_MAX - 1;
      default -> month;
    };
  }

  private int lastMonthOfBalance(DebtOperation operation) {
    // Few companies have operations that are old enough to ask.
    return operation.accountedMonth() >= firstMonth
        ? operation.accountedMonth()
        : operationsOf(operation.ecart()).stream()
            .filter(other -> other.historyNumber() > operation.historyNumber())
            .mapToInt(later -> later.accountedMonth() - 1)
            .min()
            .orElse(FOR_EVER);
  }

  private List<DebtOperation> operationsOf(String ecart) {
    if (operations == null) {
      operations =
          facts.stream()
              .map(fact -> fact.version().value())
              .filter(DebtOperation.class::isInstance)
              .map(DebtOperation.class::cast)
              .collect(Collectors.groupingBy(DebtOperation::ecart));
    }
    return operations.getOrDefault(ecart, List.of());
  }
}
