package org.vigie.ingestion.control;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.ingestion.control.PlatformConfig.PlatformClock;
import org.vigie.kit.http.ProblemException;

class ControlsTest {

  private record Installation(PlatformClock clock) implements PlatformConfig {

    @Override
    public URI scoringUrl() {
      return URI.create("http://127.0.0.1:1");
    }
  }

  @Test
  void underTheWallsClockNobodyClosesADayByHand() {
    assertThatThrownBy(() -> controls(PlatformClock.WALL).closeDay(LocalDate.parse("2026-07-31")))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("midnight");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1899-12-31", "2200-01-01", "+999999999-12-31"})
  void aDayOutsideTheEraIsNotClosed(String day) {
    assertThatThrownBy(() -> controls(PlatformClock.MANUAL).closeDay(LocalDate.parse(day)))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("1900 to 2199");
  }

  @SuppressWarnings("NullAway") // both are refused before the log of controls is asked
  private static Controls controls(PlatformClock clock) {
    return new Controls(null, new Platform(new Installation(clock), Clock.systemUTC(), null), null);
  }
}
