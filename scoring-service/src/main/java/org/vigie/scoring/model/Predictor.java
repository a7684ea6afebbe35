package org.vigie.scoring.model;

import java.util.List;

/// Runs one model. Owned by one thread at a time.
public interface Predictor extends AutoCloseable {

  /// What is promised of the model that it runs.
  Model model();

  /// @param values one per feature of the model, in order; NaN for unknown
  Prediction predict(List<Double> values);

  @Override
  void close();
}
