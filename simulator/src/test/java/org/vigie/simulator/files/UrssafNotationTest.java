package org.vigie.simulator.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.vigie.simulator.calendar.Months;
import org.vigie.simulator.registers.Period;

class UrssafNotationTest {

  @Test
  void aDateCountsFrom1900() {
    assertThat(UrssafNotation.date(LocalDate.of(2016, 3, 18))).isEqualTo("1160318");
    assertThat(UrssafNotation.date(LocalDate.of(1999, 6, 12))).isEqualTo("990612");
  }

  @Test
  void aMonthIsItsPlaceInItsQuarter() {
    assertThat(UrssafNotation.period(new Period(Months.of(2016, 7), 1))).isEqualTo("201631");
    assertThat(UrssafNotation.shortPeriod(new Period(Months.of(2010, 5), 1))).isEqualTo("1022");
  }

  @Test
  void aQuarterEndsInZero() {
    assertThat(UrssafNotation.period(new Period(Months.of(2025, 10), 3))).isEqualTo("202540");
  }

  @Property
  void eurosReadBackAsTheCentimesThatTheyWere(
      @ForAll @LongRange(min = -1_000_000_000, max = 1_000_000_000) long centimes) {
    var read = new BigDecimal(UrssafNotation.euros(centimes).replace(',', '.'));
    assertThat(read.movePointRight(2)).isEqualByComparingTo(BigDecimal.valueOf(centimes));
  }
}
