package org.vigie.simulator.country;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class LuhnTest {

  @Test
  void aRealSirenIsValid() {
    // INSEE's own number.
    assertThat(Luhn.isValid("120027016")).isTrue();
    assertThat(Luhn.isValid("120027017")).isFalse();
  }

  @Property
  void whatIsCompletedIsValid(
      @ForAll @NumericChars @StringLength(min = 1, max = 13) String digits) {
    assertThat(Luhn.isValid(Luhn.complete(digits))).isTrue();
    assertThat(Luhn.complete(digits)).hasSize(digits.length() + 1);
  }

  @Property
  void oneWrongDigitIsSeen(
      @ForAll @NumericChars @StringLength(8) String digits,
      @ForAll byte place,
      @ForAll byte shift) {
    var valid = Luhn.complete(digits);
    int index = Math.floorMod(place, valid.length());
    int other = (valid.charAt(index) - '0' + 1 + Math.floorMod(shift, 9)) % 10;
    assertThat(Luhn.isValid(valid.substring(0, index) + other + valid.substring(index + 1)))
        .isFalse();
  }
}
