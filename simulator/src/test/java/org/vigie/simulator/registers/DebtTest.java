package org.vigie.simulator.registers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class DebtTest {

  private static final LocalDate CLAIMED = LocalDate.of(2025, 3, 12);

  @Test
  void aPaymentTakesTheEmployeesShareFirst() {
    var debt = new Debt(new Period(24_300, 1), CLAIMED, 2_000, 8_000);
    assertThat(debt.pay(3_000, CLAIMED.plusDays(30))).isZero();
    assertThat(debt.operations().getLast().ouvriereCentimes()).isZero();
    assertThat(debt.operations().getLast().patronaleCentimes()).isEqualTo(7_000);
  }

  @Test
  void aRejectedPaymentBringsTheBalanceBack() {
    var debt = new Debt(new Period(24_300, 1), CLAIMED, 2_000, 8_000);
    debt.pay(10_000, CLAIMED.plusDays(30));
    debt.cancelPayment(CLAIMED.plusDays(35));
    assertThat(debt.balanceCentimes()).isEqualTo(10_000);
    assertThat(debt.operations().getLast().code()).isEqualTo(DebtOperation.PAYMENT_CANCELLED);
  }

  @Test
  void aFewEurosAreGivenUp() {
    var debt = new Debt(new Period(24_300, 1), CLAIMED, 2_000, 8_000);
    debt.pay(9_900, CLAIMED.plusDays(30));
    assertThat(debt.isSettled()).isTrue();
    assertThat(debt.operations().getLast().code()).isEqualTo(DebtOperation.WAIVER);
  }

  @Property
  void whateverIsPaidTheBalanceStaysAndRanksAndDaysRise(
      @ForAll @LongRange(min = 1, max = 10_000_000) long ouvriere,
      @ForAll @LongRange(min = 0, max = 10_000_000) long patronale,
      @ForAll @Size(max = 12) List<@LongRange(min = -50_000, max = 8_000_000) Long> steps) {
    var debt = new Debt(new Period(24_300, 1), CLAIMED, ouvriere, patronale);
    for (var step : steps) {
      var day = CLAIMED.plusDays(Math.abs(step) % 400);
      if (step < 0) {
        debt.cancelPayment(day);
      } else if (!debt.isSettled()) {
        debt.pay(step, day);
      }
    }
    var operations = debt.operations();
    for (int i = 0; i < operations.size(); i++) {
      assertThat(operations.get(i).rank()).isEqualTo(i + 1);
      assertThat(operations.get(i).balanceCentimes()).isBetween(0L, ouvriere + patronale);
      assertThat(operations.get(i).processedOn())
          .isAfterOrEqualTo(operations.get(Math.max(0, i - 1)).processedOn());
    }
  }
}
