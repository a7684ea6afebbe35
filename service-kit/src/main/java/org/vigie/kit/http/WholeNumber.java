package org.vigie.kit.http;

import java.util.OptionalLong;

/// Whole numbers in addresses and headers. They reach an operation as texts: what JAX-RS cannot
/// convert it answers with 404, which names neither the parameter nor its rule.
public final class WholeNumber {

  /// A parameter or header that is a number within bounds.
  ///
  /// @throws ProblemException 400, when it is not
  public static long required(String field, String text, long min, long max) {
    return read(text).stream()
        .filter(number -> number >= min && number <= max)
        .findFirst()
        .orElseThrow(() -> Problem.malformed(field, text, rule(min, max)));
  }

  private static String rule(long min, long max) {
    return "a whole number from " + min + " to " + max;
  }

  // Digits of ASCII alone: Java reads those of all scripts, and a sign.
  private static OptionalLong read(String text) {
    try {
      return text.matches("[0-9]+") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    } catch (NumberFormatException _) {
      return OptionalLong.empty();
    }
  }

  private WholeNumber() {}
}
