package org.vigie.schemas;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which companies are scored: in bonis, not ceased, no natural person, ten employees or more in
/// one of the last 36 known months, and a known contribution to URSSAF. scoring-service scores by
/// it, and the training table says by it which rows a model may learn from.
public final class Perimeter {

  /// The feature without which the figures of URSSAF say nothing: contributions due, unknown for
  /// four months.
  public static final String INDISPENSABLE = "cotisation";

  public static final int HEADCOUNT_MIN = 10;

  // Catégorie juridique of a natural person.
  private static final String ENTREPRENEUR_INDIVIDUEL = "1000";

  /// What decides of a company.
  ///
  /// @param inBonis whether no procédure collective is open
  /// @param ceased whether Sirene says so
  /// @param legalCategory catégorie juridique; null when unknown
  /// @param headcountMax36 greatest headcount of the last 36 known months; null when none
  public record Company(
      boolean inBonis,
      boolean ceased,
      @Nullable String legalCategory,
      @Nullable Integer headcountMax36) {

    public static Company of(Profile profile) {
      return new Company(
          profile.getProcedure() == ProcedureState.IN_BONIS,
          profile.getCeased(),
          profile.getLegalCategory(),
          profile.getHeadcountMax36());
    }
  }

  /// The first reason not to score a company, whatever the model, in the order of the enumeration;
  /// empty when it is scored.
  ///
  /// @param contribution value of the feature [#INDISPENSABLE]; NaN for unknown
  public static Optional<AbstentionReason> exclusion(Company company, double contribution) {
    return exclusion(company).or(() -> contribution(contribution));
  }

  /// The first reason that follows from who the company is; empty when there is none.
  public static Optional<AbstentionReason> exclusion(Company company) {
    if (!company.inBonis()) {
      return Optional.of(AbstentionReason.PROCEDURE_OUVERTE);
    }
    if (company.ceased()) {
      return Optional.of(AbstentionReason.CESSEE);
    }
    if (ENTREPRENEUR_INDIVIDUEL.equals(company.legalCategory())) {
      return Optional.of(AbstentionReason.ENTREPRENEUR_INDIVIDUEL);
    }
    @Nullable Integer headcountMax = company.headcountMax36();
    return headcountMax == null || headcountMax < HEADCOUNT_MIN
        ? Optional.of(AbstentionReason.HORS_PERIMETRE)
        : Optional.empty();
  }

  private static Optional<AbstentionReason> contribution(double contribution) {
    return Double.isNaN(contribution)
        ? Optional.of(AbstentionReason.TROP_PEU_CONNU)
        : Optional.empty();
  }

  private Perimeter() {}
}
