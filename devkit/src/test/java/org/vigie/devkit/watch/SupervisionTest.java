package org.vigie.devkit.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SupervisionTest {

  private static final Instant NOON = Instant.parse("2025-03-01T12:00:00Z");

  private final Supervision rule = Supervision.STANDARD;

  @Test
  void whatEndsForTheFirstTimeIsStartedAgainAtOnce() {
    assertThat(rule.decide(Restarts.NONE, NOON)).isEqualTo(new Decision.Restart());
  }

  @Test
  void eachFurtherRestartWaitsTwiceAsLong() {
    assertThat(rule.decide(restartedAt(0), NOON.plusSeconds(1)))
        .isEqualTo(new Decision.Wait(NOON.plusSeconds(2)));
    assertThat(rule.decide(restartedAt(0), NOON.plusSeconds(2))).isEqualTo(new Decision.Restart());
    assertThat(rule.decide(restartedAt(0, 2), NOON.plusSeconds(3)))
        .isEqualTo(new Decision.Wait(NOON.plusSeconds(6)));
    assertThat(rule.decide(restartedAt(0, 2, 6, 14), NOON.plusSeconds(15)))
        .isEqualTo(new Decision.Wait(NOON.plusSeconds(30)));
  }

  @Test
  void whatEndsASixthTimeWithinTenMinutesHasFailed() {
    assertThat(rule.decide(restartedAt(0, 2, 6, 14, 30), NOON.plusSeconds(599)))
        .isEqualTo(new Decision.GiveUp("ended again after 5 restarts in 600 s"));
  }

  @Test
  void aRestartOfMoreThanTenMinutesAgoCountsNoLonger() {
    assertThat(rule.decide(restartedAt(0, 2, 6, 14, 30), NOON.plusSeconds(600)))
        .isEqualTo(new Decision.Restart());
    assertThat(rule.decide(restartedAt(0), NOON.plusSeconds(600)))
        .isEqualTo(new Decision.Restart());
  }

  @Test
  void aProcessThatEndsOnceAnHourIsAlwaysStartedAgain() {
    Restarts restarts = Restarts.NONE;
    for (int hour = 0; hour < 100; hour++) {
      Instant now = NOON.plus(Duration.ofHours(hour));
      assertThat(rule.decide(restarts.ended(now), now)).isEqualTo(new Decision.Restart());
      restarts = restarts.ended(now).restarted(now);
    }
    assertThat(restarts.count()).isEqualTo(100);
    assertThat(restarts.recent()).hasSize(20);
  }

  @Test
  void aRuleWithoutBackOffIsRefused() {
    assertThatThrownBy(() -> new Supervision(5, Duration.ofMinutes(10), Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Restarts restartedAt(long... seconds) {
    Restarts restarts = Restarts.NONE;
    for (long second : seconds) {
      restarts = restarts.restarted(NOON.plusSeconds(second));
    }
    return restarts;
  }
}
