package org.vigie.scoring.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.schemas.Level;

class BoundsTest {

  @ParameterizedTest
  @CsvSource({
    "0,        AUCUN",
    "0.0999999, AUCUN",
    "0.1,      MODERE",
    "0.2999999, MODERE",
    "0.3,      ELEVE",
    "1,        ELEVE",
  })
  void aLevelHoldsFromItsBoundOn(double probability, Level level) {
    assertThat(new Bounds(0.1, 0.3).levelOf(probability)).isEqualTo(level);
  }

  @ParameterizedTest
  @CsvSource({"0, 0.3", "0.3, 0.1", "0.1, 1.1", "NaN, 0.3", "0.1, NaN"})
  void boundsOutOfOrderAreNoBounds(double modere, double eleve) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Bounds(modere, eleve));
  }
}
