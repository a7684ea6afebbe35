package org.vigie.scoring.assess;

import java.util.Optional;
import org.vigie.schemas.CompanyFeatures;
import org.vigie.schemas.CompanyScore;
import org.vigie.schemas.events.ScoreOutcome;

/// How a company's scores follow one another.
public final class Succession {

  /// The score that a vector gives, after the one that stood before it.
  ///
  /// @param model version of the model that served; where none did, the one that is named, if any
  /// @param outcome what is said of the vector
  /// @param last the company's score before; empty for its first vector
  public static CompanyScore next(
      CompanyFeatures vector,
      Optional<String> model,
      ScoreOutcome outcome,
      Optional<CompanyScore> last) {
    var score =
        CompanyScore.newBuilder()
            .setSiren(vector.getSiren())
            .setAsOf(vector.getAsOf())
            .setOutcome(outcome.record())
            .setEverInAlert(
                outcome.isInAlert() || last.map(CompanyScore::getEverInAlert).orElse(false))
            .setProfile(vector.getProfile())
            .setCauses(vector.getCauses());
    model.ifPresent(score::setModel);
    last.ifPresent(before -> score.setPrevious(before.getOutcome()));
    return score.build();
  }

  private Succession() {}
}
