package org.vigie.scoring.model;

import java.util.List;

/// What a model answers for one vector.
///
/// @param p12 probability of failure within 12 months
/// @param p18 within 18 months; never below `p12`
/// @param p24 within 24 months; never below `p18`
/// @param intercept log-odds at 18 months before any theme speaks
/// @param contributions log-odds that each theme adds at 18 months, in the order of the model's
///     themes
public record Prediction(
    double p12, double p18, double p24, double intercept, List<Double> contributions) {

  public Prediction {
    contributions = List.copyOf(contributions);
  }
}
