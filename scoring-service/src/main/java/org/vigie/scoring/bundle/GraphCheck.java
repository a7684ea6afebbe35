package org.vigie.scoring.bundle;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigie.scoring.model.Model;

/// Every reason why a graph does not take and give what its manifest says.
final class GraphCheck {

  private static final long ANY_NUMBER_OF_ROWS = -1;

  /// @param session the graph, loaded
  static List<String> reasons(OrtSession session, int features, int themes) throws OrtException {
    long horizons = Model.HORIZONS.size();
    var reasons = new ArrayList<String>();
    Map<String, NodeInfo> inputs = session.getInputInfo();
    if (inputs.size() != 1) {
      reasons.add("the graph has the inputs " + inputs.keySet() + " and not one");
    }
    Map<String, NodeInfo> outputs = session.getOutputInfo();
    expect(reasons, inputs, OnnxPredictor.FEATURES, OnnxJavaType.FLOAT, features);
    expect(reasons, outputs, OnnxPredictor.PROBABILITIES, OnnxJavaType.DOUBLE, horizons);
    expect(reasons, outputs, OnnxPredictor.CONTRIBUTIONS, OnnxJavaType.DOUBLE, horizons, themes);
    expect(reasons, outputs, OnnxPredictor.INTERCEPT, OnnxJavaType.DOUBLE, horizons);
    return List.copyOf(reasons);
  }

  private static void expect(
      List<String> reasons,
      Map<String, NodeInfo> found,
      String name,
      OnnxJavaType type,
      long... rowShape) {
    long[] shape = new long[rowShape.length + 1];
    shape[0] = ANY_NUMBER_OF_ROWS;
    System.arraycopy(rowShape, 0, shape, 1, rowShape.length);
    @Nullable NodeInfo node = found.get(name);
    boolean fits =
        node != null
            && node.getInfo() instanceof TensorInfo tensor
            && tensor.type == type
            && Arrays.equals(tensor.getShape(), shape);
    if (!fits) {
      reasons.add(
          "the graph's "
              + name
              + " is "
              + (node == null ? "missing" : node.getInfo())
              + " and not "
              + type
              + Arrays.toString(shape));
    }
  }

  private GraphCheck() {}
}
