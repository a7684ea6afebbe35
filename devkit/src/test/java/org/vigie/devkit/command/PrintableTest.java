package org.vigie.devkit.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintableTest {

  @Test
  void aNameCannotMoveTheCursorNorReorderTheLine() {
    assertThat(Printable.of("A\u001b[2JB\r\u0000\u202eC\u2028D"))
        .isEqualTo("A\uFFFD[2JB\uFFFD\uFFFD\uFFFDC\uFFFDD");
  }

  @Test
  void accentsLineEndsAndTabsStay() {
    assertThat(Printable.of("élevé\n\t« 𝛼 »")).isEqualTo("élevé\n\t« 𝛼 »");
  }
}
