package org.vigie.scoring.bundle;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import org.vigie.scoring.model.Model;
import org.vigie.scoring.model.Predictor;

/// A bundle that fits: what its manifest promises, and its graph loaded once for all who run it.
///
/// @param model what it promises
public record ModelBundle(Model model, OrtEnvironment environment, OrtSession session) {

  /// A predictor of its own for one thread; closing it leaves the bundle open.
  public Predictor predictor() {
    try {
      return new OnnxPredictor(model, environment, session);
    } catch (OrtException e) {
      throw new IllegalStateException("no tensors for model " + model.version(), e);
    }
  }
}
