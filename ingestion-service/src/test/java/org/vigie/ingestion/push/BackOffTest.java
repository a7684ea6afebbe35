package org.vigie.ingestion.push;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BackOffTest {

  private final BackOff backOff = new BackOff();

  @Test
  void growsToItsBound() {
    var first = backOff.next();
    assertThat(backOff.next()).isEqualTo(first.multipliedBy(2));
    for (int failure = 0; failure < 100; failure++) {
      assertThat(backOff.next()).isLessThanOrEqualTo(BackOff.LAST);
    }
    assertThat(backOff.next()).isEqualTo(BackOff.LAST);
  }

  @Test
  void beginsAnewAfterASuccess() {
    var first = backOff.next();
    backOff.next();
    backOff.reset();
    assertThat(backOff.next()).isEqualTo(first);
  }
}
