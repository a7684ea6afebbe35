package org.vigie.kit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WholeNumberTest {

  @ParameterizedTest
  @ValueSource(strings = {"1", "007", "10"})
  void oneWithinItsBoundsIsTaken(String text) {
    assertThat(WholeNumber.required("limit", text, 1, 10)).isEqualTo(Long.parseLong(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "0", "11", "-1", "+1", "1.0", "1e1", "abc", " 1", "٣", "99999999999999999999"})
  void anyOtherIsRefusedWithItsNameItsValueAndItsRule(String text) {
    assertThatThrownBy(() -> WholeNumber.required("limit", text, 1, 10))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refusal -> {
              assertThat(refusal.problem().status()).isEqualTo(400);
              assertThat(refusal.problem().members())
                  .containsEntry("field", "limit")
                  .containsEntry("value", text)
                  .containsEntry("rule", "a whole number from 1 to 10");
            });
  }

  @Test
  void theLargestIsTaken() {
    assertThat(WholeNumber.required("n", "" + Long.MAX_VALUE, 0, Long.MAX_VALUE))
        .isEqualTo(Long.MAX_VALUE);
  }
}
