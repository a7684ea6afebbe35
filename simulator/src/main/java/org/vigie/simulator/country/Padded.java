package org.vigie.simulator.country;

/// Numbers with leading zeros.
final class Padded {

  private Padded() {}

  static String digits(long number, int width) {
    var text = Long.toString(number);
    return "0".repeat(Math.max(0, width - text.length())) + text;
  }
}
