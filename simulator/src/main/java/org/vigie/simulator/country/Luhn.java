package org.vigie.simulator.country;

/// The checksum of SIREN and SIRET: every second digit from the right is doubled, the digits sum
/// to a multiple of ten.
public final class Luhn {

  private Luhn() {}

  /// `digits` with the digit appended that makes the whole valid.
  public static String complete(String digits) {
    return digits + (10 - sum(digits + "0") % 10) % 10;
  }

  public static boolean isValid(String digits) {
    return sum(digits) % 10 == 0;
  }

  private static int sum(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int weighted = i % 2 == 0 ? digit : 2 * digit;
      sum += weighted / 10 + weighted % 10;
    }
    return sum;
  }
}
