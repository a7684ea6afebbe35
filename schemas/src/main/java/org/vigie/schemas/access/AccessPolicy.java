package org.vigie.schemas.access;

import org.vigie.schemas.access.Access.Ground;
import org.vigie.schemas.access.Access.Masked;
import org.vigie.schemas.access.Access.Open;

/// The one access policy: a section opens when the reader holds its right, and either the reader's
/// zone meets the company and the company was once in alert, or the reader follows the company.
public final class AccessPolicy {

  /// What stands between a reader and a company.
  ///
  /// @param inZone V: the reader's départements meet those of the company's établissements
  /// @param everInAlert A: the level was once modéré or élevé at one of the horizons
  /// @param followed F: the reader follows the company, with a stated motive
  public record Standing(boolean inZone, boolean everInAlert, boolean followed) {}

  /// Whether a section of a company opens to a reader.
  public static Access decide(Reader reader, Section section, Standing standing) {
    var right = section.right();
    if (right.isEmpty()) {
      return new Open(Ground.PUBLIC);
    }
    if (reader.operator()) {
      return new Open(Ground.OPERATOR);
    }
    if (!reader.rights().contains(right.get())) {
      return new Masked("masqué : droit " + right.get().claim() + " requis");
    }
    if (standing.inZone() && standing.everInAlert()) {
      return new Open(Ground.ZONE_AND_ALERT);
    }
    if (standing.followed()) {
      return new Open(Ground.FOLLOW);
    }
    // One text for both missing grounds: a different one would tell whether there was an alert.
    return new Masked("masqué : droit " + right.get().claim() + " requis");
  }

  private AccessPolicy() {}
}
