package org.vigie.schemas.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// A right by source, as the identity provider names it in the claim `rights`.
public enum Right {
  SCORE,
  URSSAF,
  DGEFP,
  BDF,
  PGE;

  /// The right as it stands in a token: lower case.
  public String claim() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The right that a claim names; empty when it names none of ours.
  public static Optional<Right> ofClaim(String claim) {
    return Arrays.stream(values()).filter(right -> right.claim().equals(claim)).findFirst();
  }
}
