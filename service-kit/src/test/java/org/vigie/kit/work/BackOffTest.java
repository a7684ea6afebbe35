package org.vigie.kit.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackOffTest {

  private final BackOff backOff = new BackOff(Duration.ofSeconds(1), Duration.ofSeconds(30));

  @Test
  void eachFailureDoublesTheWaitUpToTheBound() {
    assertThat(backOff.after(1)).hasSeconds(1);
    assertThat(backOff.after(2)).hasSeconds(2);
    assertThat(backOff.after(5)).hasSeconds(16);
    assertThat(backOff.after(6)).hasSeconds(30);
    assertThat(backOff.after(Integer.MAX_VALUE)).hasSeconds(30);
  }

  @Test
  void aConstantOneDoesNotGrow() {
    var constant = BackOff.constant(Duration.ofSeconds(7));

    assertThat(constant.after(1)).hasSeconds(7);
    assertThat(constant.after(9)).hasSeconds(7);
  }

  @Test
  void aWaitThatDoesNotWaitOrThatShrinksIsRefused() {
    assertThatThrownBy(() -> BackOff.constant(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new BackOff(Duration.ofSeconds(2), Duration.ofSeconds(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("PT2S");
  }
}
