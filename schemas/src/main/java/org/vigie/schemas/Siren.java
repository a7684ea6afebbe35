package org.vigie.schemas;

import java.util.Optional;

/// The number by which INSEE names a company.
///
/// @param text nine digits
public record Siren(String text) {

  /// The rule that every SIREN keeps, in words for who breaks it.
  public static final String RULE = "a SIREN is nine digits";

  private static final int DIGITS = 9;

  /// @throws IllegalArgumentException when it is not nine digits
  public Siren {
    if (!isOne(text)) {
      throw new IllegalArgumentException(RULE + ": « " + text + " » is none");
    }
  }

  /// The SIREN that a text is; empty when it is none. Nothing is trimmed and nothing added.
  public static Optional<Siren> ofText(String text) {
    return isOne(text) ? Optional.of(new Siren(text)) : Optional.empty();
  }

  // Only ASCII: other scripts have digits too, and Kafka's partition follows from the bytes.
  private static boolean isOne(String text) {
    return text.length() == DIGITS && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  @Override
  public String toString() {
    return text;
  }
}
