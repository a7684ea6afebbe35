package org.vigie.ingestion.push;

import java.math.BigDecimal;
import java.util.Optional;

/// A number of JSON without its exponent, as files write numbers. Every other number keeps its
/// text.
final class PlainNumber {

  // Far beyond what an amount or a code needs, and written out in no time.
  private static final int CHARS_MAX = 64;
  private static final int EXPONENT_MAX = 30;

  // Its sign, and one digit more than the greatest exponent: what is longer is greater.
  private static final int EXPONENT_CHARS_MAX = 3;

  static final String RULE =
      "a number has at most " + CHARS_MAX + " characters and an exponent within ±" + EXPONENT_MAX;

  /// @param text a number as JSON writes it
  static Optional<String> of(String text) {
    if (text.length() > CHARS_MAX) {
      return Optional.empty();
    }
    int mark = Math.max(text.indexOf('e'), text.indexOf('E'));
    return mark < 0 ? Optional.of(text) : withoutExponent(text, text.substring(mark + 1));
  }

  private static Optional<String> withoutExponent(String text, String exponent) {
    return exponent.length() <= EXPONENT_CHARS_MAX
            && Math.abs(Integer.parseInt(exponent)) <= EXPONENT_MAX
        ? Optional.of(new BigDecimal(text).toPlainString())
        : Optional.empty();
  }

  private PlainNumber() {}
}
