package org.vigie.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelVersionTest {

  @ParameterizedTest
  @ValueSource(strings = {"2026-11", "tiny", "v1", "1", "a_b.c-d", "2026.11.1"})
  void aVersionIsAPlainName(String text) {
    assertThat(ModelVersion.ofText(text)).hasValue(new ModelVersion(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        ".",
        "..",
        "../../etc/passwd",
        "a/b",
        "a\\b",
        "a..b",
        ".hidden",
        "-x",
        "x-",
        "%2e",
        "a\u0000",
        "é",
        "a\n"
      })
  void aPathOrAnythingElseIsNone(String text) {
    assertThat(ModelVersion.ofText(text)).isEmpty();
  }

  @Test
  void aVersionHasAtMost64Characters() {
    assertThat(ModelVersion.ofText("a".repeat(64))).isPresent();
    assertThat(ModelVersion.ofText("a".repeat(65))).isEmpty();
    assertThat(ModelVersion.ofText("a-".repeat(50_000))).isEmpty();
    assertThat(ModelVersion.ofText(null)).isEmpty();
  }
}
