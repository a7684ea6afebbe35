package org.vigie.ingestion.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class KeyExpiryTest {

  private final AtomicInteger old = new AtomicInteger();
  private final AtomicInteger looks = new AtomicInteger();
  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1); // about to overflow
  private final KeyExpiry expiry = new KeyExpiry(this::remove, nanos::get);

  @Test
  void aBatchIsRemovedAtEachTurnWhileThereAreMore() {
    old.set(2 * KeyExpiry.BATCH + 1);

    expiry.turn();
    assertThat(old).hasValue(KeyExpiry.BATCH + 1);
    expiry.turn();
    expiry.turn();
    assertThat(old).hasValue(0);
  }

  @Test
  void whenNoneIsLeftTheNextLookIsLater() {
    expiry.turn();
    old.set(1);
    nanos.addAndGet(KeyExpiry.EVERY.toNanos() - 1);
    expiry.turn();
    assertThat(looks).hasValue(1);

    nanos.incrementAndGet();
    expiry.turn();
    assertThat(old).hasValue(0);
  }

  @Test
  void aFailureLeavesThemForTheNextTime() {
    old.set(-1);
    expiry.turn();
    expiry.turn();
    assertThat(looks).hasValue(1);

    old.set(1);
    nanos.addAndGet(KeyExpiry.EVERY.toNanos());
    expiry.turn();
    assertThat(old).hasValue(0);
  }

  @Test
  void aBatchIsMoreThanAGroupBrings() {
    assertThat(KeyExpiry.BATCH).isGreaterThan(Groups.FACTS_MAX);
  }

  private int remove(int max) {
    looks.incrementAndGet();
    if (old.get() < 0) {
      throw new IllegalStateException("the database is away");
    }
    int removed = Math.min(max, old.get());
    old.addAndGet(-removed);
    return removed;
  }
}
