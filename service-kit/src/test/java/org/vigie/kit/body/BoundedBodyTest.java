package org.vigie.kit.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.vigie.kit.http.ProblemException;

class BoundedBodyTest {

  private static final int MAX = 100;

  @Test
  void aBodyOfTheBoundIsReadWhole() throws IOException {
    assertThat(body(MAX).readAllBytes()).hasSize(MAX);
  }

  @Test
  void oneByteMoreIsTooLargeHoweverItIsRead() {
    assertThatThrownBy(() -> body(MAX + 1).readAllBytes())
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.problem().status()).isEqualTo(413));
    assertThatThrownBy(
            () -> {
              var body = body(MAX + 1);
              while (body.read() >= 0) {}
            })
        .isInstanceOf(ProblemException.class);
  }

  private static BoundedBody body(int length) {
    return new BoundedBody(new ByteArrayInputStream(new byte[length]), MAX);
  }
}
