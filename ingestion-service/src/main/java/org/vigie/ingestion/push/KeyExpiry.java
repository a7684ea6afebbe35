package org.vigie.ingestion.push;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.function.IntUnaryOperator;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;
import org.vigie.ingestion.journal.OldPushes;

/// Says when pushes are removed whose keys are no longer honoured: a few now and then, and at each
/// turn of the thread of the pushes while there are more.
@ApplicationScoped
class KeyExpiry {

  // More than a group of pushes brings: what becomes old is removed at least as fast as it came.
  static final int BATCH = 2 * Groups.FACTS_MAX;

  // Short, so that each time few are old; it costs a look at an index.
  static final Duration EVERY = Duration.ofSeconds(10);

  private static final Logger LOG = Logger.getLogger(KeyExpiry.class);

  private final IntUnaryOperator remove;
  private final LongSupplier nanos;
  private long due;

  @Inject
  KeyExpiry(OldPushes old) {
    this(old::remove, System::nanoTime);
  }

  /// @param remove removes as many as it is told, and tells how many there were
  /// @param nanos a time that only rises
  KeyExpiry(IntUnaryOperator remove, LongSupplier nanos) {
    this.remove = remove;
    this.nanos = nanos;
    this.due = nanos.getAsLong();
  }

  /// Removes some when it is time. A failure leaves them for the next time.
  void turn() {
    long now = nanos.getAsLong();
    if (now - due < 0) {
      return;
    }
    try {
      if (remove.applyAsInt(BATCH) == BATCH) {
        return;
      }
    } catch (RuntimeException e) {
      LOG.warn("old pushes are not removed, to be tried again", e);
    }
    due = now + EVERY.toNanos();
  }
}
