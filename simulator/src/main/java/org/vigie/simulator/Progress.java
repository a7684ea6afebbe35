package org.vigie.simulator;

/// Hears how far a simulation is.
@FunctionalInterface
public interface Progress {

  /// Called after each company.
  void companiesDone(int done, int total);

  static Progress silent() {
    return (done, total) -> {};
  }
}
