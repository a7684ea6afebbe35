package org.vigie.ingestion.push;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.vigie.ingestion.answer.ProblemException;

class BytesInHandTest {

  private static final int LARGEST = 4 << 20;

  private final BytesInHand inHand = new BytesInHand();

  @Test
  void whatFindsNoRoomIsToldToPushAgain() {
    for (int held = 0; held < 7; held++) {
      inHand.take(LARGEST);
    }
    assertThatThrownBy(() -> inHand.take(LARGEST))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("push again");
    assertThatCode(() -> inHand.take(200)).doesNotThrowAnyException();
  }

  @Test
  void whatIsAnsweredGivesItsRoomBack() {
    for (int push = 0; push < 100; push++) {
      inHand.take(LARGEST).close();
    }
    assertThatCode(() -> inHand.take(LARGEST)).doesNotThrowAnyException();
  }
}
