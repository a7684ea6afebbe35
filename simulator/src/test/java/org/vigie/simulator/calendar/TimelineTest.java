package org.vigie.simulator.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TimelineTest {

  @Test
  void twelveMonthlyDeliveriesEndInJune2026() {
    var timeline = new Timeline(12);
    assertThat(timeline.delivery(0)).isEqualTo("2025-06-22");
    assertThat(timeline.lastDelivery()).isEqualTo("2026-06-22");
    assertThat(timeline.deliveries()).hasSize(13);
    assertThat(timeline.coveredUntil()).isEqualTo("2028-06-30");
  }

  @Test
  void historyIsThirtySixMonthsToTheMonthBeforeTheFirstDelivery() {
    assertThat(Months.day(new Timeline(0).historyStart(), 1)).isEqualTo("2022-06-01");
  }

  @Property
  void aDayIsDeliveredByTheFirstDeliveryThatIsNotBeforeIt(
      @ForAll @IntRange(min = 0, max = 36) int months,
      @ForAll @IntRange(min = -2000, max = 2000) int days) {
    var timeline = new Timeline(months);
    LocalDate day = Timeline.FIRST_DELIVERY.plusDays(days);
    long expected =
        timeline.deliveries().stream().filter(delivery -> delivery.isBefore(day)).count();
    assertThat(timeline.deliveryAfter(day)).isEqualTo((int) expected);
  }
}
