package org.vigie.simulator.country;

import org.vigie.simulator.chance.Chance;
import org.vigie.simulator.chance.Stream;

/// SIREN of simulated companies: `00`, six digits, the checksum. Hardly any real SIREN begins so: a
/// simulated one is known at sight. Companies of one seed never share a number.
final class Sirens {

  /// Six free digits.
  static final int CAPACITY = 1_000_000;

  /// Coprime with the capacity: multiplying permutes the numbers, so neighbours look unrelated.
  private static final long STRIDE = 618_033;

  private final long offset;

  Sirens(long seed) {
    this.offset = Chance.of(seed, Stream.SIRENS).between(0, CAPACITY - 1);
  }

  String siren(int number) {
    if (number < 0 || number >= CAPACITY) {
      throw new IllegalArgumentException("no SIREN for company number " + number);
    }
    long scattered = (number * STRIDE + offset) % CAPACITY;
    return Luhn.complete("00" + Padded.digits(scattered, 6));
  }
}
