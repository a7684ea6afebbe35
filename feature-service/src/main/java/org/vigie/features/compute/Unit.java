package org.vigie.features.compute;

/// In what a feature is measured.
public enum Unit {
  EURO,
  EURO_PER_PERSON,
  PERSONS,
  MONTHS,
  COUNT,
  RATIO,
  CODE,
  /// 1 for true, 0 for false.
  FLAG
}
