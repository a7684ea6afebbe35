package org.vigie.scoring.model;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// What a bundle's manifest promises, once it has been found to hold.
///
/// @param version name of the bundle
/// @param date day on which it was built
/// @param catalogue version of the feature catalogue: equal versions mean equal order of values
/// @param features features in the order of the vector
/// @param themes groups of the features, each once, in the order of the contributions
/// @param bounds bounds of the levels at 12, 18 and 24 months, in this order
public record Model(
    String version,
    LocalDate date,
    String catalogue,
    List<Feature> features,
    List<String> themes,
    List<Bounds> bounds) {

  /// Months within which a failure is foreseen, in order.
  public static final List<Integer> HORIZONS = List.of(12, 18, 24);

  /// Place among the horizons of the one whose level is the company's: 18 months.
  public static final int MAIN_HORIZON = 1;

  public Model {
    features = List.copyOf(features);
    themes = List.copyOf(themes);
    bounds = List.copyOf(bounds);
    if (bounds.size() != HORIZONS.size()) {
      throw new IllegalArgumentException(bounds.size() + " bounds for the horizons " + HORIZONS);
    }
  }

  /// Place in the vector of a feature; empty when the model does not know it.
  public OptionalInt positionOf(String feature) {
    return IntStream.range(0, features.size())
        .filter(at -> features.get(at).name().equals(feature))
        .findFirst();
  }
}
