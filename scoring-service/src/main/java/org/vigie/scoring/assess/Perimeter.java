package org.vigie.scoring.assess;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.schemas.AbstentionReason;
import org.vigie.schemas.ProcedureState;
import org.vigie.schemas.Profile;

/// Which companies are scored, by who they are: in bonis, not ceased, no natural person, ten
/// employees or more in one of the last 36 known months.
final class Perimeter {

  static final int HEADCOUNT_MIN = 10;

  // Catégorie juridique of a natural person.
  private static final String ENTREPRENEUR_INDIVIDUEL = "1000";

  /// The first reason not to score a company, in the order of the enumeration; empty when it is in
  /// the perimeter.
  static Optional<AbstentionReason> exclusion(Profile profile) {
    if (profile.getProcedure() != ProcedureState.IN_BONIS) {
      return Optional.of(AbstentionReason.PROCEDURE_OUVERTE);
    }
    if (profile.getCeased()) {
      return Optional.of(AbstentionReason.CESSEE);
    }
    if (ENTREPRENEUR_INDIVIDUEL.equals(profile.getLegalCategory())) {
      return Optional.of(AbstentionReason.ENTREPRENEUR_INDIVIDUEL);
    }
    @Nullable Integer headcountMax = profile.getHeadcountMax36();
    if (headcountMax == null || headcountMax < HEADCOUNT_MIN) {
      return Optional.of(AbstentionReason.HORS_PERIMETRE);
    }
    return Optional.empty();
  }

  private Perimeter() {}
}
