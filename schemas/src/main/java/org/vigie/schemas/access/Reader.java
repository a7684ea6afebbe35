package org.vigie.schemas.access;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Who asks: an agent, an administration's system, or the operator of the installation.
///
/// @param name who, as traces name it
/// @param rights rights by source
/// @param zone territory
/// @param operator runs the installation and is no agent: reads every section, always traced
public record Reader(String name, Set<Right> rights, Zone zone, boolean operator) {

  public Reader {
    rights = Set.copyOf(rights);
  }

  /// The reader that a token describes; claims that name no right of ours give none.
  public static Reader ofClaims(
      String name, Collection<String> rights, Collection<String> zones, boolean operator) {
    Set<Right> held =
        rights.stream()
            .map(Right::ofClaim)
            .flatMap(Optional::stream)
            .collect(Collectors.toUnmodifiableSet());
    return new Reader(name, held, Zone.ofClaims(zones), operator);
  }
}
