package org.vigie.simulator.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/// The calendar of a simulated country: a burn-in that nobody sees, 36 months of history handed
/// over in a first delivery, `monthlyDeliveries` more deliveries, then the months that only the
/// truth knows. Months are proleptic. No clock: the first delivery is always on the same day.
public record Timeline(int monthlyDeliveries) {

  /// Every delivery falls on the 22nd: URSSAF's files come around the 20th for the month before.
  public static final LocalDate FIRST_DELIVERY = LocalDate.of(2025, 6, 22);

  public static final int HISTORY_MONTHS = 36;

  /// Longer than the half-life of a company's health (23 months), so that history starts in regime.
  public static final int BURN_IN_MONTHS = 60;

  /// The longest horizon of the target.
  public static final int TRUTH_MONTHS = 24;

  /// Headcount comes with every third delivery.
  public static final int HEADCOUNT_EVERY = 3;

  public Timeline {
    if (monthlyDeliveries < 0) {
      throw new IllegalArgumentException("monthlyDeliveries < 0: " + monthlyDeliveries);
    }
  }

  /// The first month of contributions that the first delivery holds; it holds 36, to the month
  /// before.
  public int historyStart() {
    return Months.of(FIRST_DELIVERY) - HISTORY_MONTHS;
  }

  public int simulationStart() {
    return historyStart() - BURN_IN_MONTHS;
  }

  /// The last month that is lived.
  public int lastMonth() {
    return Months.of(lastDelivery()) + TRUTH_MONTHS;
  }

  /// How many deliveries, the first one included.
  public int deliveryCount() {
    return monthlyDeliveries + 1;
  }

  /// The day of delivery `index`, from 0.
  public LocalDate delivery(int index) {
    return FIRST_DELIVERY.plusMonths(index);
  }

  public List<LocalDate> deliveries() {
    return IntStream.range(0, deliveryCount()).mapToObj(this::delivery).toList();
  }

  public LocalDate lastDelivery() {
    return delivery(monthlyDeliveries);
  }

  /// The last day of which the truth tells every procedure.
  public LocalDate coveredUntil() {
    return Months.lastDay(lastMonth());
  }

  /// The first delivery on `day` or after it, or [#deliveryCount] when none is left.
  public int deliveryAfter(LocalDate day) {
    if (!day.isAfter(FIRST_DELIVERY)) {
      return 0;
    }
    int index = Months.of(day) - Months.of(FIRST_DELIVERY);
    int rounded = day.getDayOfMonth() <= FIRST_DELIVERY.getDayOfMonth() ? index : index + 1;
    return Math.min(rounded, deliveryCount());
  }
}
