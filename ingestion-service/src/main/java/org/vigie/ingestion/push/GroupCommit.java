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
import org.jspecify.annotations.Nullable;
import org.vigie.ingestion.journal.PushLog.Claim;

/// Gathers pushes that come close together, and has each group published in one transaction. Who
/// pushes waits for the commit of its group.
///
/// Opens the way to the log before it takes the first push, and again after each failure, with a
/// back-off. Ready while that way is open. Whatever a group fails with, the thread goes on. It
/// removes old pushes between two groups: no other thread then asks for the same keys.
@ApplicationScoped
@Default // for those who push; a qualifier takes it away
@Readiness
class GroupCommit implements HealthCheck {

  private static final Logger LOG = Logger.getLogger(GroupCommit.class);

  private static final Duration STOP_MAX = Duration.ofSeconds(8);

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
  private final BackOff backOff = new BackOff();
  private final PushPublisher publisher;
  private final KeyExpiry expiry;
  private volatile Way way = Way.STARTS;
  private volatile @Nullable Thread worker;

  GroupCommit(PushPublisher publisher, KeyExpiry expiry) {
    this.publisher = publisher;
    this.expiry = expiry;
  }

  void start(@Observes StartupEvent event) {
    worker = Thread.ofPlatform().name("pushes").start(this::run);
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    var running = worker;
    if (running != null) {
      running.interrupt();
      running.join(STOP_MAX);
    }
  }

  @Override
  public HealthCheckResponse call() {
    var running = worker;
    boolean alive = running != null && running.isAlive();
    return HealthCheckResponse.named("pushes")
        .status(alive && way == Way.OPEN)
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

  private void run() {
    try (publisher) {
      while (!Thread.currentThread().isInterrupted()) {
        if (isOpen()) {
          publishNext();
          expiry.turn();
        } else {
          Thread.sleep(backOff.next());
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
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

  private void publishNext() throws InterruptedException {
    var group = groups.next();
    if (group.isEmpty()) {
      return;
    }
    try {
      var standing = publisher.publish(group.stream().map(Waiting::push).toList());
      for (int i = 0; i < group.size(); i++) {
        group.get(i).standing().complete(standing.get(i));
      }
      backOff.reset();
    } catch (Throwable e) {
      LOG.warn("a group of pushes was not committed; their senders are told to push again", e);
      fail(group, e);
      Thread.sleep(backOff.next());
    }
  }

  private static void fail(List<Waiting> group, Throwable cause) {
    group.forEach(waiting -> waiting.standing().completeExceptionally(cause));
  }
}
