package org.vigie.schemas.access;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.schemas.access.Access.Ground;

/// A reading of a closed-by-default section, as it is traced: a trace is a JSON object in which
// each
/// component has its own name.
///
/// @param reader who, by name
/// @param what which part: `score`, `features/dette_urssaf`, `alert`, …
/// @param siren company; null when it concerns no one company
/// @param ground why it was open
/// @param inZone whether the company lies in the reader's zone
public record Reading(
    String reader, String what, @Nullable String siren, Ground ground, boolean inZone) {

  public Reading {
    if (ground == Ground.PUBLIC) {
      throw new IllegalArgumentException(what + " is open to anyone: its readings are not traced");
    }
  }

  /// The reading that an answer of the policy makes; empty when the section is masked, or open to
  /// anyone.
  public static Optional<Reading> of(
      Reader reader, String what, String siren, Access access, boolean inZone) {
    return access instanceof Access.Open(Ground ground) && ground != Ground.PUBLIC
        ? Optional.of(new Reading(reader.name(), what, siren, ground, inZone))
        : Optional.empty();
  }
}
