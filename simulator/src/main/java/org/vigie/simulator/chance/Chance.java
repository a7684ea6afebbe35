package org.vigie.simulator.chance;

import java.util.List;
import java.util.SplittableRandom;

/// One stream of chance. A stream is named by a seed and a path (what for, company, attempt…):
/// streams of different paths are independent, so that neither the order of companies nor a change
/// in one stage disturbs another.
public final class Chance {

  private final SplittableRandom random;

  private Chance(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /// The stream that `seed`, `stream` and `path` name.
  public static Chance of(long seed, Stream stream, long... path) {
    var mixed = mix(mix(seed) ^ stream.ordinal());
    for (var step : path) {
      mixed = mix(mixed ^ mix(step));
    }
    return new Chance(mixed);
  }

  /// True with probability `probability`; a probability outside [0, 1] is never or always.
  public boolean happens(double probability) {
    return random.nextDouble() < probability;
  }

  /// Uniform in [from, to[.
  public double uniform(double from, double to) {
    return from + (to - from) * random.nextDouble();
  }

  /// Uniform among the integers from `first` to `last`, both included.
  public int between(int first, int last) {
    return random.nextInt(first, last + 1);
  }

  /// Standard normal.
  public double gaussian() {
    return random.nextGaussian();
  }

  /// Exponential of the given mean.
  public double exponential(double mean) {
    return mean * random.nextExponential();
  }

  /// One of `choices`, each as likely.
  public <T> T oneOf(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /// `digits` decimal digits, leading zeros included.
  public String digits(int digits) {
    var text = new StringBuilder(digits);
    for (int i = 0; i < digits; i++) {
      text.append((char) ('0' + random.nextInt(10)));
    }
    return text.toString();
  }

  /// The logistic function. StrictMath, because the same seed means the same bytes on every
  /// machine.
  public static double logistic(double x) {
    return 1 / (1 + StrictMath.exp(-x));
  }

  /// SplitMix64's finaliser over the golden gamma: neighbouring seeds give unrelated streams.
  private static long mix(long value) {
    var z = value + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
