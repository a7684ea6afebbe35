package org.vigie.ingestion.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class MidnightTest {

  private static final LocalDate TODAY = LocalDate.parse("2026-08-10");

  @Test
  void daysMissedAreClosedAsOne() {
    assertThat(Midnight.toClose(TODAY.minusDays(9), TODAY, TODAY)).contains(TODAY.minusDays(1));
    assertThat(Midnight.toClose(TODAY.minusDays(2), TODAY, TODAY)).contains(TODAY.minusDays(1));
  }

  @Test
  void aDayThatIsNotOverStaysOpen() {
    assertThat(Midnight.toClose(TODAY.minusDays(1), TODAY, TODAY)).isEmpty();
    assertThat(Midnight.toClose(TODAY, TODAY, TODAY)).isEmpty();
  }

  @Test
  void aFreshLogWaitsForItsFirstMidnight() {
    assertThat(Midnight.toClose(null, TODAY, TODAY)).isEmpty();
    assertThat(Midnight.toClose(null, TODAY.minusDays(1), TODAY)).contains(TODAY.minusDays(1));
  }
}
