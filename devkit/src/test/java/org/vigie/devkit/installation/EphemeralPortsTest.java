package org.vigie.devkit.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class EphemeralPortsTest {

  private final EphemeralPorts usual = EphemeralPorts.parse("32768\t60999\n");

  @Test
  void aBaseAmongTheEphemeralPortsWarnsAndNamesRangeAndBase() {
    assertThat(usual.warning(withBase(40_000)))
        .hasValueSatisfying(
            warning ->
                assertThat(warning)
                    .contains("--port-base 40000")
                    .contains("32768 to 60999")
                    .contains("at most 32748"));
  }

  @Test
  void aBaseWhoseLastPortIsEphemeralWarns() {
    assertThat(usual.warning(withBase(32_749))).isPresent();
    assertThat(usual.warning(withBase(32_748))).isEmpty();
    assertThat(usual.warning(withBase(60_999))).isPresent();
    assertThat(usual.warning(withBase(61_000))).isEmpty();
  }

  @Test
  void theUsualBaseDoesNotWarn() {
    assertThat(usual.warning(withBase(20_000))).isEmpty();
  }

  @Test
  void whereNearlyAllPortsAreEphemeralTheRemedyLiesAboveThem() {
    assertThat(EphemeralPorts.parse("1024 60999").warning(withBase(20_000)))
        .hasValueSatisfying(warning -> assertThat(warning).contains("at least 61000"));
  }

  @Test
  void aSettingThatIsNoRangeIsRefused() {
    assertThatThrownBy(() -> EphemeralPorts.parse("32768"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("32768");
  }

  private static Installation withBase(int base) {
    return new Installation(Path.of("."), Path.of("data"), base);
  }
}
