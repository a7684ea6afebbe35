package org.vigie.schemas.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DepartementsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"01", "19", "21", "59", "75", "95", "2A", "2B", "971", "974", "976", "988"})
  void theCodesOfInseeAreKnown(String code) {
    assertThat(Departements.isCode(code)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "1", "00", "20", "96", "97", "98", "99", "979", "2a", "FR", " 59", "٥٩"})
  void nothingElseIs(String text) {
    assertThat(Departements.isCode(text)).isFalse();
  }

  @Test
  void thereAreThoseOfTheMetropoleAndTheOverseas() {
    assertThat(Departements.COUNT).isEqualTo(94 + 2 + 13);
  }
}
