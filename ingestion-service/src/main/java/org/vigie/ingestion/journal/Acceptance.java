package org.vigie.ingestion.journal;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Gives what comes in its instant, and its turn: one acceptance is committed before the next gets
/// its own, so that instants rise in the order in which work is carried out. A delivery, which may
/// wait for long, gets a second one when its publication begins.
@ApplicationScoped
public class Acceptance {

  private final Clock clock;
  private final EntityManager database;
  private final Semaphore workWaits = new Semaphore(0);
  private @Nullable Instant last;

  Acceptance(Clock clock, EntityManager database) {
    this.clock = clock;
    this.database = database;
  }

  /// Accepts work in one database transaction, at an instant later than all before.
  <T> T inOrder(Function<Instant, T> accept) {
    var accepted = inOrder(1, accept);
    workWaits.release();
    return accepted;
  }

  /// Accepts several items in one database transaction: the function gets the instant of the first,
  /// each further one is a microsecond later.
  synchronized <T> T inOrder(int items, Function<Instant, T> accept) {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              var first = nextInstant();
              last = first.plus(items - 1L, ChronoUnit.MICROS);
              return accept.apply(first);
            });
  }

  private Instant nextInstant() {
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var before = last == null ? lastOfAll() : last;
    return now.isAfter(before) ? now : before.plus(1, ChronoUnit.MICROS);
  }

  private Instant lastOfAll() {
    return (Instant)
        database
            .createNativeQuery(
                """
                select coalesce(max(ingested_at), 'epoch') from (
                  select greatest(ingested_at, accepted_at) as ingested_at from delivery
                  union all select ingested_at from control
                  union all select ingested_at from push) accepted""",
                Instant.class)
            .getSingleResult();
  }

  /// Waits until something was accepted since the last call, at most some time.
  public void awaitWork(long millisMax) throws InterruptedException {
    if (workWaits.tryAcquire(millisMax, TimeUnit.MILLISECONDS)) {
      workWaits.drainPermits();
    }
  }
}
