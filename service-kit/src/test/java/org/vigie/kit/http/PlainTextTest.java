package org.vigie.kit.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {

  private static final int CHARS_MAX = 20;

  @ParameterizedTest
  @ValueSource(strings = {"veille", "Été à l'Haÿ", "a-b_c (2)", "日本", "💩"})
  void wordsAreTaken(String text) {
    assertThat(PlainText.brokenRule(text, CHARS_MAX)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\u0000",
        "a\nb",
        "\u001b[2J",
        "\u007f",
        "a\u0085",
        "a\u2028b",
        "a\u202eb",
        "\u200bx",
        "\ud800"
      })
  void whatATerminalObeysIsNot(String text) {
    assertThat(PlainText.brokenRule(text, CHARS_MAX)).contains("no control character");
  }

  @Test
  void absentBlankAndLongTextsBreakTheRuleOfLength() {
    for (var text : List.of("", "  ", "x".repeat(CHARS_MAX + 1))) {
      assertThat(PlainText.brokenRule(text, CHARS_MAX)).contains("1 to 20 characters");
    }
    assertThat(PlainText.brokenRule(null, CHARS_MAX)).contains("1 to 20 characters");
  }
}
