package org.vigie.schemas.access;

import java.util.Collection;
import java.util.Collections;
import java.util.Set;

/// A territory: the whole of France, or some départements.
///
/// @param france France entière: it meets every company, one without a known département too
/// @param departements codes of départements
public record Zone(boolean france, Set<String> departements) {

  /// Names France entière where codes are listed.
  public static final String FRANCE_ENTIERE = "FR";

  public Zone {
    departements = Set.copyOf(departements);
  }

  /// The zone that the claim `zones` names: codes of départements, or `FR`.
  public static Zone ofClaims(Collection<String> codes) {
    return new Zone(codes.contains(FRANCE_ENTIERE), Set.copyOf(codes));
  }

  /// Whether one of a company's établissements lies in this zone.
  public boolean meets(Collection<String> companyDepartements) {
    return france || !Collections.disjoint(departements, companyDepartements);
  }
}
