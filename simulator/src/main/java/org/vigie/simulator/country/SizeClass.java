package org.vigie.simulator.country;

import org.vigie.simulator.chance.Chance;

/// Classes of headcount. Three companies in four have ten people or more: the perimeter is what a
/// simulated country is for, whatever the real share of the small ones.
enum SizeClass {
  FEW(0.25, 2, 9),
  TEN(0.36, 10, 19),
  TWENTY(0.24, 20, 49),
  FIFTY(0.12, 50, 249),
  LARGE(0.025, 250, 999),
  VERY_LARGE(0.005, 1000, 5000);

  private final double share;
  private final int smallest;
  private final int largest;

  SizeClass(double share, int smallest, int largest) {
    this.share = share;
    this.smallest = smallest;
    this.largest = largest;
  }

  double share() {
    return share;
  }

  /// Small ones are the more frequent within a class too: uniform in the logarithm.
  double headcount(Chance chance) {
    double span = StrictMath.log((largest + 0.99) / smallest);
    return smallest * StrictMath.exp(chance.uniform(0, span));
  }
}
