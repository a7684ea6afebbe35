package org.vigie.ingestion.parse;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/// Amounts of money, as exact centimes; decimal comma or point.
final class Amount {

  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(?:[0-9]+(?:[.,][0-9]*)?|[.,][0-9]+)");

  // Far beyond what an amount within bounds needs, and short enough to be read in no time.
  private static final int CHARS_MAX = 64;

  // ±10^13 €: more than the debt of the State.
  private static final BigDecimal CENTIMES_MAX = BigDecimal.TEN.pow(15);

  private static final int DECIMALS_OF_EURO = 2;

  /// Centimes of an amount written in euros.
  static Reading<Long> euros(String text) {
    return read(text, DECIMALS_OF_EURO);
  }

  /// Centimes of an amount written in centimes.
  static Reading<Long> centimes(String text) {
    return read(text, 0);
  }

  private static Reading<Long> read(String text, int decimals) {
    if (text.length() > CHARS_MAX || !DECIMAL.matcher(text).matches()) {
      return Reading.bad("is not an amount");
    }
    var written = new BigDecimal(text.replace(',', '.'));
    var centimes = written.movePointRight(decimals);
    if (centimes.abs().compareTo(CENTIMES_MAX) > 0) {
      return Reading.bad("an amount lies within 10^13 euros");
    }
    boolean rounded = written.scale() > decimals;
    return Reading.good(centimes.setScale(0, RoundingMode.HALF_EVEN).longValueExact(), rounded);
  }

  private Amount() {}
}
