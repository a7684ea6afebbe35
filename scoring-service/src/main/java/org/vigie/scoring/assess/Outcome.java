package org.vigie.scoring.assess;

import java.util.List;
import org.vigie.schemas.Abstained;
import org.vigie.schemas.AbstentionReason;
import org.vigie.schemas.Level;
import org.vigie.schemas.Scored;

/// What the model says of a company: a [Score], or an [Abstention] with its reason.
public sealed interface Outcome {

  /// @param value probabilities, levels and what makes them
  record Score(Scored value) implements Outcome {

    @Override
    public Object body() {
      return value;
    }

    @Override
    public boolean isInAlert() {
      return List.of(value.getLevel12(), value.getLevel18(), value.getLevel24()).stream()
          .anyMatch(level -> level != Level.AUCUN);
    }
  }

  /// @param reason the first that holds, in the order of the enumeration
  record Abstention(AbstentionReason reason) implements Outcome {

    @Override
    public Object body() {
      return new Abstained(reason);
    }

    @Override
    public boolean isInAlert() {
      return false;
    }
  }

  /// The outcome as it stands in a [CompanyScore].
  Object body();

  /// Whether the level is modéré or élevé at one of the horizons.
  boolean isInAlert();
}
