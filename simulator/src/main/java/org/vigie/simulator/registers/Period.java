package org.vigie.simulator.registers;

/// A period of contributions: a month, or a quarter.
///
/// @param firstMonth proleptic month
/// @param months 1 or 3
public record Period(int firstMonth, int months) {

  static final int QUARTER = 3;

  public Period {
    if (months != 1 && months != QUARTER) {
      throw new IllegalArgumentException("a period of " + months + " months");
    }
  }

  int lastMonth() {
    return firstMonth + months - 1;
  }

  /// The quarter in which `month` lies.
  static Period quarterOf(int month) {
    return new Period(month - Math.floorMod(month, QUARTER), QUARTER);
  }
}
