package org.vigie.simulator;

import java.util.function.Consumer;

/// Hears how far a simulation is.
@FunctionalInterface
public interface Progress {

  /// Called after each company.
  void companiesDone(int done, int total);

  static Progress silent() {
    return (done, total) -> {};
  }

  /// Says a line at each tenth of the country.
  static Progress tenths(Consumer<String> lines) {
    return (done, total) -> {
      if (tenth(done, total) > tenth(done - 1, total)) {
        lines.accept("%d of %d companies written".formatted(done, total));
      }
    };
  }

  private static int tenth(int done, int total) {
    return (int) (done * 10L / total);
  }
}
