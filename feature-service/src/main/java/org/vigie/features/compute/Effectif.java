package org.vigie.features.compute;

import static org.vigie.features.compute.MonthlySeries.UNKNOWN;

import java.util.ArrayList;
import java.util.List;

/// The features of the headcount.
final class Effectif {

  static final String GROUP = "effectif";

  private static final int[] LAGS = {6, 12, 18, 24};

  static List<Feature> features() {
    var features = new ArrayList<Feature>();
    features.add(new Feature("effectif", GROUP, Unit.PERSONS, reading -> persons(reading, 0)));
    for (var lag : LAGS) {
      features.add(
          new Feature(
              "effectif_past_" + lag, GROUP, Unit.PERSONS, reading -> persons(reading, lag)));
    }
    features.add(new Feature("effectif_reporte", GROUP, Unit.FLAG, Effectif::carried));
    return features;
  }

  private static double persons(Reading reading, int lag) {
    var persons = reading.series().headcounts().persons().at(reading.month() - lag);
    return persons == UNKNOWN ? Double.NaN : persons;
  }

  private static double carried(Reading reading) {
    var carried = reading.series().headcounts().carried().at(reading.month());
    return carried == UNKNOWN ? Double.NaN : Math.min(carried, 1);
  }

  private Effectif() {}
}
