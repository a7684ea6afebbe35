package org.vigie.ingestion.check;

/// Well-formed sequences of UTF-8 beyond ASCII: Unicode's table 3-7.
final class Utf8 {

  /// Whether a whole character of two to four bytes starts at a position.
  static boolean startsCharacter(byte[] bytes, int at) {
    int lead = bytes[at] & 0xFF;
    int length = length(lead);
    if (length == 0 || at + length > bytes.length) {
      return false;
    }
    int second = bytes[at + 1] & 0xFF;
    boolean whole = second >= secondMin(lead) && second <= secondMax(lead);
    for (int i = at + 2; i < at + length; i++) {
      whole &= (bytes[i] & 0xC0) == 0x80;
    }
    return whole;
  }

  private static int length(int lead) {
    if (lead >= 0xC2 && lead <= 0xDF) {
      return 2;
    }
    if (lead >= 0xE0 && lead <= 0xEF) {
      return 3;
    }
    return lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
  }

  // No character has two spellings.
  private static int secondMin(int lead) {
    return switch (lead) {
      case 0xE0 -> 0xA0;
      case 0xF0 -> 0x90;
      default -> 0x80;
    };
  }

  // No surrogate is a character, and none lies beyond the last plane.
  private static int secondMax(int lead) {
    return switch (lead) {
      case 0xED -> 0x9F;
      case 0xF4 -> 0x8F;
      default -> 0xBF;
    };
  }

  private Utf8() {}
}
