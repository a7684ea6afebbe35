package org.vigie.ingestion.parse;

/// What a format makes of a text: `Good`, or `Bad` with the rule that the text breaks.
sealed interface Reading<T> {

  /// @param suspicious taken, but unlikely to be meant: a failed checksum, a code outside its table
  record Good<T>(T value, boolean suspicious) implements Reading<T> {}

  /// @param rule what the text should have been, in English
  record Bad<T>(String rule) implements Reading<T> {}

  static <T> Reading<T> good(T value) {
    return new Good<>(value, false);
  }

  static <T> Reading<T> good(T value, boolean suspicious) {
    return new Good<>(value, suspicious);
  }

  static <T> Reading<T> bad(String rule) {
    return new Bad<>(rule);
  }
}
