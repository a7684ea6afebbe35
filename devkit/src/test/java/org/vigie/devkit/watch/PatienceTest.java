package org.vigie.devkit.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.vigie.devkit.watch.Patience.Verdict;

class PatienceTest {

  private static final Duration TOTAL = Duration.ofMinutes(15);
  private static final Vitals FIRST = new Vitals(100, Duration.ofSeconds(1));

  private final Patience patience = new Patience(TOTAL, Duration.ZERO, FIRST);

  @Test
  void aProcessWhoseLogGrowsIsWaitedForUntilTheTotalIsOver() {
    for (int minute = 1; minute < 15; minute++) {
      assertThat(look(minute * 60, new Vitals(100 + minute, FIRST.cpu()))).isEqualTo(Verdict.WAIT);
    }

    assertThat(look(15 * 60, new Vitals(1000, FIRST.cpu()))).isEqualTo(Verdict.OUT_OF_TIME);
  }

  @Test
  void aProcessThatComputesInSilenceIsWaitedFor() {
    for (int minute = 1; minute < 15; minute++) {
      var now = new Vitals(100, FIRST.cpu().plusSeconds(10L * minute));
      assertThat(look(minute * 60, now)).isEqualTo(Verdict.WAIT);
    }
  }

  @Test
  void aProcessThatDoesNothingIsGivenUpLongBeforeTheTotal() {
    assertThat(look(119, FIRST)).isEqualTo(Verdict.WAIT);
    assertThat(look(120, FIRST)).isEqualTo(Verdict.STILL);
  }

  @Test
  void theLittleThatAnsweringAProbeCostsIsNoProgress() {
    assertThat(look(60, new Vitals(100, Duration.ofMillis(2000)))).isEqualTo(Verdict.WAIT);
    assertThat(look(120, new Vitals(100, Duration.ofMillis(2900)))).isEqualTo(Verdict.STILL);
  }

  @Test
  void slowProgressAddsUp() {
    assertThat(look(60, new Vitals(100, Duration.ofMillis(2000)))).isEqualTo(Verdict.WAIT);
    assertThat(look(119, new Vitals(100, Duration.ofMillis(3000)))).isEqualTo(Verdict.WAIT);
    assertThat(look(120, new Vitals(100, Duration.ofMillis(3000)))).isEqualTo(Verdict.WAIT);
  }

  @Test
  void aLogThatIsRotatedIsProgress() {
    assertThat(look(119, new Vitals(0, FIRST.cpu()))).isEqualTo(Verdict.WAIT);
    assertThat(look(200, new Vitals(0, FIRST.cpu()))).isEqualTo(Verdict.WAIT);
  }

  @Test
  void theReasonNamesTheProcessAndTheBound() {
    assertThat(patience.reason("keycloak", Verdict.STILL)).contains("keycloak").contains("120 s");
    assertThat(patience.reason("keycloak", Verdict.OUT_OF_TIME))
        .contains("keycloak")
        .contains("900 s of --timeout");
  }

  private Verdict look(int second, Vitals now) {
    return patience.look(Duration.ofSeconds(second), now);
  }
}
