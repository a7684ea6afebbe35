package org.vigie.simulator.life;

import java.util.Arrays;

/// A plain logistic regression by gradient descent on standardised features, and the area under its
/// ROC curve: the reference that a simulated country must be neither too easy nor too hard for.
final class Ranking {

  private static final int STEPS = 400;
  private static final double RATE = 1.0;

  private final double[] means;
  private final double[] deviations;
  private final double[] weights;
  private double intercept;

  Ranking(double[][] rows, boolean[] outcomes) {
    int features = rows[0].length;
    means = new double[features];
    deviations = new double[features];
    weights = new double[features];
    for (int f = 0; f < features; f++) {
      int feature = f;
      means[f] = Arrays.stream(rows).mapToDouble(row -> row[feature]).average().orElseThrow();
      double mean = means[f];
      double variance =
          Arrays.stream(rows)
              .mapToDouble(row -> (row[feature] - mean) * (row[feature] - mean))
              .average()
              .orElseThrow();
      deviations[f] = Math.sqrt(variance);
    }
    for (int step = 0; step < STEPS; step++) {
      descend(rows, outcomes);
    }
  }

  double score(double[] row) {
    double sum = intercept;
    for (int f = 0; f < weights.length; f++) {
      sum += weights[f] * (row[f] - means[f]) / deviations[f];
    }
    return sum;
  }

  /// The probability that a positive is ranked before a negative.
  static double areaUnderCurve(double[] scores, boolean[] outcomes) {
    var order = new Integer[scores.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> Double.compare(scores[a], scores[b]));
    double rankSum = 0;
    long positives = 0;
    for (int i = 0; i < order.length; ) {
      int end = i;
      while (end < order.length && scores[order[end]] == scores[order[i]]) {
        end++;
      }
      double rank = (i + 1 + end) / 2.0;
      for (int j = i; j < end; j++) {
        if (outcomes[order[j]]) {
          rankSum += rank;
          positives++;
        }
      }
      i = end;
    }
    double negatives = order.length - positives;
    return (rankSum - positives * (positives + 1) / 2.0) / (positives * negatives);
  }

  private void descend(double[][] rows, boolean[] outcomes) {
    var gradient = new double[weights.length];
    double interceptGradient = 0;
    for (int r = 0; r < rows.length; r++) {
      double error = 1 / (1 + Math.exp(-score(rows[r]))) - (outcomes[r] ? 1 : 0);
      interceptGradient += error / rows.length;
      for (int f = 0; f < weights.length; f++) {
        gradient[f] += error * (rows[r][f] - means[f]) / deviations[f] / rows.length;
      }
    }
    intercept -= RATE * interceptGradient;
    for (int f = 0; f < weights.length; f++) {
      weights[f] -= RATE * gradient[f];
    }
  }
}
