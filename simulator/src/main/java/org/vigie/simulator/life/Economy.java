package org.vigie.simulator.life;

import org.vigie.simulator.calendar.Timeline;
import org.vigie.simulator.chance.Chance;
import org.vigie.simulator.chance.Stream;

/// The macroeconomy that all companies share: an AR(1) around 0, good above, bad below.
public final class Economy {

  private static final double PERSISTENCE = 0.95;

  /// Standard deviation of a month's news; 0.015 gives a swing of about ±0.05 in the long run.
  private static final double NEWS = 0.015;

  private final int firstMonth;
  private final double[] climate;

  public Economy(long seed, Timeline timeline) {
    var chance = Chance.of(seed, Stream.ECONOMY);
    this.firstMonth = timeline.simulationStart();
    this.climate = new double[timeline.lastMonth() - firstMonth + 1];
    for (int i = 1; i < climate.length; i++) {
      climate[i] = PERSISTENCE * climate[i - 1] + NEWS * chance.gaussian();
    }
  }

  double climate(int month) {
    return climate[month - firstMonth];
  }
}
