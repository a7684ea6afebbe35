package org.vigie.alerts.subscribe;

import java.util.Arrays;
import java.util.Optional;
import org.vigie.schemas.Level;
import org.vigie.schemas.Scored;
import org.vigie.schemas.Thresholds;

/// How far ahead a subscription looks.
public enum Horizon {
  MONTHS_12(12, 0),
  MONTHS_18(18, 1),
  MONTHS_24(24, 2);

  private final int months;
  private final int place;

  Horizon(int months, int place) {
    this.months = months;
    this.place = place;
  }

  public int months() {
    return months;
  }

  /// The horizon of that many months; empty when no model looks that far.
  public static Optional<Horizon> ofMonths(int months) {
    return Arrays.stream(values()).filter(horizon -> horizon.months == months).findFirst();
  }

  /// Probability of failure within this horizon.
  public double probability(Scored scored) {
    return switch (this) {
      case MONTHS_12 -> scored.getP12();
      case MONTHS_18 -> scored.getP18();
      case MONTHS_24 -> scored.getP24();
    };
  }

  /// Level of the company at this horizon.
  public Level level(Scored scored) {
    return switch (this) {
      case MONTHS_12 -> scored.getLevel12();
      case MONTHS_18 -> scored.getLevel18();
      case MONTHS_24 -> scored.getLevel24();
    };
  }

  /// Thresholds at this horizon of the model that scored.
  public Thresholds thresholds(Scored scored) {
    return scored.getThresholds().get(place);
  }
}
