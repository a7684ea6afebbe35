package org.vigie.scoring.bundle;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.vigie.scoring.model.Model;
import org.vigie.scoring.model.Prediction;
import org.vigie.scoring.model.Predictor;

/// One row at a time through a session that others may share, with buffers and tensors of its own
/// that every run reuses: nothing is allocated per row but the answer.
final class OnnxPredictor implements Predictor {

  static final String FEATURES = "features";
  static final String PROBABILITIES = "probabilities";
  static final String CONTRIBUTIONS = "contributions";
  static final String INTERCEPT = "intercept";

  private static final int HORIZONS = Model.HORIZONS.size();

  private final Model model;
  private final OrtSession session;
  private final FloatBuffer features;
  private final DoubleBuffer probabilities;
  private final DoubleBuffer contributions;
  private final DoubleBuffer intercept;
  private final Map<String, OnnxTensor> inputs;
  private final Map<String, OnnxTensor> outputs;

  OnnxPredictor(Model model, OrtEnvironment environment, OrtSession session) throws OrtException {
    int themes = model.themes().size();
    this.model = model;
    this.session = session;
    this.features = direct(model.features().size() * Float.BYTES).asFloatBuffer();
    this.probabilities = doubles(HORIZONS);
    this.contributions = doubles(HORIZONS * themes);
    this.intercept = doubles(HORIZONS);
    this.inputs =
        Map.of(
            FEATURES,
            OnnxTensor.createTensor(
                environment, features, new long[] {1, model.features().size()}));
    this.outputs =
        Map.of(
            PROBABILITIES,
            OnnxTensor.createTensor(environment, probabilities, new long[] {1, HORIZONS}),
            CONTRIBUTIONS,
            OnnxTensor.createTensor(environment, contributions, new long[] {1, HORIZONS, themes}),
            INTERCEPT,
            OnnxTensor.createTensor(environment, intercept, new long[] {1, HORIZONS}));
  }

  @Override
  public Model model() {
    return model;
  }

  @Override
  public Prediction predict(List<Double> values) {
    if (values.size() != features.capacity()) {
      throw new IllegalArgumentException(
          values.size() + " values for a model of " + features.capacity() + " features");
    }
    for (int at = 0; at < features.capacity(); at++) {
      features.put(at, values.get(at).floatValue());
    }
    try (var _ = session.run(inputs, Set.of(), outputs)) {
      return prediction();
    } catch (OrtException e) {
      throw new IllegalStateException("model " + model.version() + " failed on a vector", e);
    }
  }

  private Prediction prediction() {
    int themes = model.themes().size();
    return new Prediction(
        probabilities.get(0),
        probabilities.get(1),
        probabilities.get(2),
        intercept.get(Model.MAIN_HORIZON),
        IntStream.range(0, themes)
            .mapToObj(at -> contributions.get(Model.MAIN_HORIZON * themes + at))
            .toList());
  }

  private static DoubleBuffer doubles(int count) {
    return direct(count * Double.BYTES).asDoubleBuffer();
  }

  private static ByteBuffer direct(int bytes) {
    return ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
  }

  /// Frees the tensors; the session is the bundle's.
  @Override
  public void close() {
    inputs.values().forEach(OnnxTensor::close);
    outputs.values().forEach(OnnxTensor::close);
  }
}
