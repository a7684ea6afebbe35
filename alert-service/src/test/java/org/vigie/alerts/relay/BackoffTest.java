package org.vigie.alerts.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {

  private final Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(30));

  @Test
  void eachFailureDoublesTheWaitUpToTheBound() {
    assertThat(backoff.after(1)).hasSeconds(1);
    assertThat(backoff.after(2)).hasSeconds(2);
    assertThat(backoff.after(5)).hasSeconds(16);
    assertThat(backoff.after(6)).hasSeconds(30);
    assertThat(backoff.after(Integer.MAX_VALUE)).hasSeconds(30);
  }
}
