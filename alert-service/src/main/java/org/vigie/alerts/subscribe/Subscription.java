package org.vigie.alerts.subscribe;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.vigie.schemas.access.AccessPolicy;
import org.vigie.schemas.access.Reader;
import org.vigie.schemas.access.Right;
import org.vigie.schemas.access.Section;
import org.vigie.schemas.access.Zone;

/// One version of a subscription, with the rights and the zone that its administration held when it
/// was written.
///
/// @param id hash of administration and name: the same for all versions
/// @param version rank of the version, from 1
/// @param starts per partition of `company-scores`, the first offset for which the version holds
/// @param ended whether the subscription ends with this version
public record Subscription(
    String id,
    String administration,
    int version,
    Terms terms,
    Set<Right> rights,
    Zone zone,
    List<Long> starts,
    boolean ended) {

  public Subscription {
    rights = Set.copyOf(rights);
    starts = List.copyOf(starts);
  }

  /// Id of the subscription of that name.
  public static String idOf(String administration, String name) {
    return Fingerprint.of(administration, name);
  }

  /// Whether the version holds for the record at a place of `company-scores`.
  public boolean holdsAt(int partition, long offset) {
    return starts.get(partition) <= offset;
  }

  /// The administration, as the access policy sees it: it follows no company.
  public Reader reader() {
    return new Reader(administration, rights, zone, false);
  }

  /// What stands between the administration and a company of these départements.
  public AccessPolicy.Standing standing(List<String> departements, boolean everInAlert) {
    return new AccessPolicy.Standing(zone.meets(departements), everInAlert, false);
  }

  /// Whether the subscription watches a company and its score is open to the administration: an
  /// alert tells a level, so nothing is told where the score is closed.
  public boolean mayBeToldOf(List<String> departements, boolean everInAlert) {
    return watches(departements)
        && AccessPolicy.decide(reader(), Section.SCORE, standing(departements, everInAlert))
            .isOpen();
  }

  private boolean watches(List<String> departements) {
    return terms.departements().isEmpty()
        || !Collections.disjoint(terms.departements(), departements);
  }
}
