package org.vigie.scoring;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.vigie.schemas.Abstained;
import org.vigie.schemas.AbstentionReason;
import org.vigie.schemas.Cause;
import org.vigie.schemas.Causes;
import org.vigie.schemas.CompanyScore;
import org.vigie.schemas.Contribution;
import org.vigie.schemas.Level;
import org.vigie.schemas.Scored;
import org.vigie.schemas.Thresholds;
import org.vigie.schemas.events.ScoreDoor;
import org.vigie.schemas.events.ScoreEvent.ScoreOfCompany;

/// Records of `company-scores`: by default a company of the Nord at level élevé, changed by a debt
/// and a headcount.
public final class Scores {

  public static final Scored ELEVE =
      Scored.newBuilder()
          .setP12(0.1)
          .setP18(0.2)
          .setP24(0.3)
          .setLevel12(Level.MODERE)
          .setLevel18(Level.ELEVE)
          .setLevel24(Level.ELEVE)
          .setIntercept(-2.5)
          .setContributions(
              List.of(new Contribution("dette_urssaf", 1.5), new Contribution("profil", -0.25)))
          .setThresholds(Collections.nCopies(3, new Thresholds(0.05, 0.15)))
          .build();

  public static final Abstained CESSEE = new Abstained(AbstentionReason.CESSEE);

  public static CompanyScore of(String siren) {
    return of(siren, _ -> {});
  }

  public static CompanyScore of(String siren, Consumer<CompanyScore.Builder> change) {
    var day = LocalDate.of(2026, 7, 20);
    var score =
        CompanyScore.newBuilder()
            .setSiren(siren)
            .setAsOf(LocalDate.of(2026, 7, 31))
            .setModel("tiny")
            .setOutcome(ELEVE)
            .setEverInAlert(true)
            .setProfile(Vectors.profile(_ -> {}))
            .setCauses(
                new Causes(
                    List.of(
                        new Cause("fact-1", "debit", day), new Cause("fact-2", "effectif", day)),
                    2));
    change.accept(score);
    return score.build();
  }

  /// Such a record behind the door of its topic.
  public static ScoreOfCompany opened(String siren, Consumer<CompanyScore.Builder> change) {
    return ScoreDoor.open(of(siren, change));
  }

  private Scores() {}
}
