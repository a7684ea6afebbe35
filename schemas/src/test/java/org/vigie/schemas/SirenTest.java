package org.vigie.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SirenTest {

  @Test
  void nineDigitsAreOne() {
    assertThat(Siren.ofText("009829466")).contains(new Siren("009829466"));
    assertThat(new Siren("009829466")).hasToString("009829466");
  }

  @Test
  void anythingElseIsNone() {
    for (var text :
        List.of(
            "",
            "12345678",
            "1234567890",
            "12345678a",
            " 23456789",
            "12345678\u0000",
            "٠٠٠٠٠٠٠٠٠")) {
      assertThat(Siren.ofText(text)).as(text).isEmpty();
      assertThatThrownBy(() -> new Siren(text))
          .hasMessage("a SIREN is nine digits: « " + text + " » is none");
    }
  }
}
