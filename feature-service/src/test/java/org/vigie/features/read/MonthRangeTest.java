package org.vigie.features.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.vigie.features.facts.Months;
import org.vigie.features.read.MonthRange.Unusable;
import org.vigie.features.read.MonthRange.Usable;

class MonthRangeTest {

  private static final LocalDate DAY = LocalDate.parse("2026-03-10");

  @Test
  void bothEndsAreIncluded() {
    assertThat(MonthRange.of("2026-01", "2026-03"))
        .isEqualTo(new Usable(Months.parse("2026-01"), Months.parse("2026-03")));
  }

  @Test
  void withoutEndsItIsTheTwoYearsUpToTheAsOfDay() {
    assertThat(MonthRange.of(null, null, DAY))
        .isEqualTo(new Usable(Months.parse("2024-04"), Months.parse("2026-03")));
  }

  @Test
  void aRangeBeforeTheYearOneIsARange() {
    assertThat(MonthRange.of(null, "0000-01", DAY)).isEqualTo(new Usable(-23, 0));
    assertThat(Months.text(-23)).isEqualTo("-0002-02");
  }

  @Test
  void whatIsNoRangeSaysWhy() {
    assertThat(MonthRange.of("2026-13", "2026-03")).isInstanceOf(Unusable.class);
    assertThat(MonthRange.of("mars", "2026-03")).isInstanceOf(Unusable.class);
    assertThat(MonthRange.of("2026-04", "2026-03")).isInstanceOf(Unusable.class);
    assertThat(MonthRange.of("1900-01", "2026-03")).isInstanceOf(Unusable.class);
    assertThat(MonthRange.of(null, "2026-03")).isInstanceOf(Unusable.class);
    assertThat(MonthRange.of("-0001-05", "-0001-06")).isInstanceOf(Unusable.class);
    assertThat(MonthRange.of("+999999999-01", "+999999999-02")).isInstanceOf(Unusable.class);
    assertThat(MonthRange.of("2026-01", "٢٠٢٦-٠٣")).isInstanceOf(Unusable.class);
  }
}
