package org.vigie.devkit.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JudgementTest {

  private static final LocalDate FIRST = LocalDate.of(2025, 6, 22);
  private static final LocalDate FIRST_MONTH = LocalDate.of(2025, 7, 22);
  private static final Truth TRUTH =
      new Truth(
          Map.of(
              "fails-soon", LocalDate.of(2026, 1, 22),
              "fails-late", LocalDate.of(2028, 1, 1),
              "failed-before", LocalDate.of(2025, 8, 1),
              "never-alerted", LocalDate.of(2026, 5, 1)));

  @Test
  void precisionIsTheShareOfFirstAlertsThatFailWithinEighteenMonths() {
    var judgement =
        judge(
            Map.of(
                "fails-soon", LocalDate.of(2025, 9, 22),
                "fails-late", LocalDate.of(2025, 9, 22),
                "survives", LocalDate.of(2025, 10, 22)));
    assertThat(judgement.precision().hits()).isEqualTo(1);
    assertThat(judgement.precision().of()).isEqualTo(3);
  }

  @Test
  void anAlertOfTheFirstDeliveryCountsForRecallAlone() {
    var judgement = judge(Map.of("fails-soon", LocalDate.of(2025, 6, 22)));
    assertThat(judgement.precision().of()).isZero();
    assertThat(judgement.precision().value()).isNaN();
    assertThat(judgement.recall().hits()).isEqualTo(1);
  }

  @Test
  void anAlertOfTheMonthThatTurnedAfterTheFirstDeliveryIsOneOfTheDemo() {
    var judgement = judge(Map.of("fails-soon", LocalDate.of(2025, 7, 21)));
    assertThat(judgement.precision().hits()).isEqualTo(1);
  }

  @Test
  void aCompanyThatHadFailedWhenItWasAlertedIsNeitherRightNorWrong() {
    var judgement = judge(Map.of("failed-before", LocalDate.of(2025, 8, 22)));
    assertThat(judgement.precision().of()).isZero();
    assertThat(judgement.recall().hits()).isZero();
  }

  @Test
  void recallCountsTheFailuresOfScoredCompaniesWithinEighteenMonthsOfTheFirstMonth() {
    var judgement = judge(Map.of("fails-soon", LocalDate.of(2025, 9, 22)));
    assertThat(judgement.recall().of()).isEqualTo(3);
    assertThat(judgement.recall().value()).isCloseTo(1 / 3.0, within(1e-12));
  }

  @Test
  void theLeadIsCountedInWholeMonthsFromAlertToFailure() {
    var judgement = judge(Map.of("fails-soon", LocalDate.of(2025, 9, 22)));
    assertThat(judgement.medianLeadMonths()).isEqualTo(4);
  }

  @Test
  void theIntervalHoldsTheShare() {
    var judgement =
        judge(
            Map.of("fails-soon", LocalDate.of(2025, 9, 22), "survives", LocalDate.of(2025, 9, 22)));
    var precision = judgement.precision();
    assertThat(precision.value()).isBetween(precision.low(), precision.high());
  }

  private static Judgement judge(Map<String, LocalDate> firstAlerts) {
    return Judgement.of(
        firstAlerts,
        List.of("fails-soon", "fails-late", "failed-before", "never-alerted", "survives"),
        FIRST,
        FIRST_MONTH,
        TRUTH);
  }
}
