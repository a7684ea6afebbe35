package org.vigie.ingestion.parse;

import java.util.function.Supplier;

/// Keeps the fault of a row within the row: whatever is thrown while it is read is its rejection,
/// so that no row stops the rows after it, and one that did would stop them again at each attempt.
final class Guard {

  // Want of memory is the machine's fault: the same row must be read alike by the next attempt.
  static Outcome over(Supplier<Outcome> reading) {
    try {
      return reading.get();
    } catch (OutOfMemoryError e) {
      throw e;
    } catch (Throwable e) {
      return Outcome.Rejected.row("could not be read: " + e.getClass().getSimpleName());
    }
  }

  private Guard() {}
}
