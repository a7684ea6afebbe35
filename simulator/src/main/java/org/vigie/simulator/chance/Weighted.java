package org.vigie.simulator.chance;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// Choices drawn in proportion to their weights.
public final class Weighted<T> {

  private final List<T> choices;
  private final double[] cumulated;

  /// @throws IllegalArgumentException without choices, or when a weight is negative
  public Weighted(List<T> choices, ToDoubleFunction<T> weight) {
    if (choices.isEmpty()) {
      throw new IllegalArgumentException("nothing to choose from");
    }
    this.choices = List.copyOf(choices);
    this.cumulated = new double[choices.size()];
    double sum = 0;
    for (int i = 0; i < cumulated.length; i++) {
      double own = weight.applyAsDouble(this.choices.get(i));
      if (own < 0) {
        throw new IllegalArgumentException(
            "negative weight of " + this.choices.get(i) + ": " + own);
      }
      sum += own;
      cumulated[i] = sum;
    }
  }

  public T draw(Chance chance) {
    double point = chance.uniform(0, cumulated[cumulated.length - 1]);
    int found = Arrays.binarySearch(cumulated, point);
    int index = found >= 0 ? found + 1 : -found - 1;
    return choices.get(Math.min(index, cumulated.length - 1));
  }
}
