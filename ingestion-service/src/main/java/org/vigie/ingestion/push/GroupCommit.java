package org.vigie.ingestion.push;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Default;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;
import org.vigie.ingestion.journal.PushLog.Claim;
import org.vigie.kit.work.BackOff;
import org.vigie.kit.work.Job;
import org.vigie.kit.work.Worker;

/// Gathers pushes that come close together, and has each group published in one transaction. Who
/// pushes waits for the commit of its group.
///
/// Opens the way to the log before it takes the first push, and again after each failure, with a
/// back-off. Ready while that way is open. Whatever a group fails with, the thread goes on. It
/// removes old pushes between two groups: no other thread then asks for the same keys.
@ApplicationScoped
@Default // for those who push; a qualifier takes it away
@Readiness
class GroupCommit implements HealthCheck, Job {

  private static final Logger LOG = Logger.getLogger(GroupCommit.class);

  private static final Duration STOP_MAX = Duration.ofSeconds(8);

  // A broker that elects a leader answers again within some of the first waits. Whoever repairs
  // what is away waits no longer than the last for pushes to be taken again.
  private static final BackOff BACK_OFF =
      new BackOff(Duration.ofMillis(100), Duration.ofSeconds(15));

  private static final String AWAY =
      "the log or the database does not answer; what waited for it is to be pushed again";

  private enum Way {
    // Not opened yet: pushes wait for it.
    STARTS,
    OPEN,
    // The last attempt to open it failed: no push waits for the next one.
    AWAY
  }

  private record Waiting(PreparedPush push, CompletableFuture<Claim> standing) {}

  private final Groups<Waiting> groups = new Groups<>(waiting -> waiting.push().push().facts());
  private final PushPublisher publisher;
  private final KeyExpiry expiry;
  private final Worker worker;
  private volatile Way way = Way.STARTS;

  GroupCommit(PushPublisher publisher, KeyExpiry expiry) {
    this.publisher = publisher;
    this.expiry = expiry;
    this.worker = new Worker(Thread.ofPlatform().name("pushes"), this, BACK_OFF);
  }

  void start(@Observes StartupEvent event) {
    worker.start();
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    worker.interrupt();
    worker.join(STOP_MAX);
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("pushes")
        .status(worker.isAlive() && way == Way.OPEN)
        .withData("log", way.name().toLowerCase(Locale.ROOT))
        .build();
  }

  /// Hands a push over. The future gives the claim under its key, which is another's when the key
  /// was used before; empty when too many wait already, or the log is away.
  Optional<CompletableFuture<Claim>> commit(PreparedPush push) {
    var waiting = new Waiting(push, new CompletableFuture<>());
    return way != Way.AWAY && groups.offer(waiting)
        ? Optional.of(waiting.standing())
        : Optional.empty();
  }

  @Override
  public Turn turn() throws InterruptedException {
    if (!isOpen()) {
      return Turn.FAILED;
    }
    var turn = publishNext();
    if (turn != Turn.FAILED) {
      expiry.turn();
    }
    return turn;
  }

  @Override
  public void close() {
    try (publisher) {
      way = Way.AWAY;
      fail(groups.drain(), new IllegalStateException("the service stops"));
    }
  }

  private boolean isOpen() {
    try {
      publisher.open();
      way = Way.OPEN;
      return true;
    } catch (Throwable e) {
      way = Way.AWAY;
      LOG.warn("the way of pushes to the log does not open, to be tried again", e);
      fail(groups.drain(), new IllegalStateException(AWAY, e));
      return false;
    }
  }

  private Turn publishNext() throws InterruptedException {
    var group = groups.next();
    if (group.isEmpty()) {
      return Turn.IDLE;
    }
    try {
      var standing = publisher.publish(group.stream().map(Waiting::push).toList());
      for (int i = 0; i < group.size(); i++) {
        group.get(i).standing().complete(standing.get(i));
      }
      return Turn.WORKED;
    } catch (Throwable e) {
      LOG.warn("a group of pushes was not committed; their senders are told to push again", e);
      fail(group, e);
      return Turn.FAILED;
    }
  }

  private static void fail(List<Waiting> group, Throwable cause) {
    group.forEach(waiting -> waiting.standing().completeExceptionally(cause));
  }
}
