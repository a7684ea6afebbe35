package org.vigie.ingestion.parse;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// Amounts of money, as exact centimes; decimal comma or point.
final class Amount {

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
    if (text.length() > CHARS_MAX || !isDecimal(text)) {
      return WrittenNumber.isScientific(text)
          ? Reading.bad("is not an amount: in scientific notation its last digits are lost")
          : Reading.bad("is not an amount");
    }
    var centimes = new BigDecimal(text.replace(',', '.')).movePointRight(decimals);
    if (centimes.abs().compareTo(CENTIMES_MAX) > 0) {
      return Reading.bad("an amount lies within 10^13 euros");
    }
    var whole = centimes.setScale(0, RoundingMode.HALF_EVEN);
    return Reading.good(whole.longValueExact(), whole.compareTo(centimes) != 0);
  }

  // A sign or none, then digits among which one comma or point may stand.
  private static boolean isDecimal(String text) {
    int digits = 0;
    int points = 0;
    boolean signed = text.startsWith("-") || text.startsWith("+");
    for (int i = signed ? 1 : 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Digits.isDigit(c)) {
        digits++;
      } else if (c == '.' || c == ',') {
        points++;
      } else {
        return false;
      }
    }
    return digits > 0 && points <= 1;
  }

  private Amount() {}
}
