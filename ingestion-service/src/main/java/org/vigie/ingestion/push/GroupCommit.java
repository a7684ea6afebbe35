package org.vigie.ingestion.push;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Default;
import java.time.Duration;
import java.util.List;
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
/// Ready while its thread lives: an `Error` ends it.
@ApplicationScoped
@Default // for those who push; a qualifier takes it away
@Readiness
class GroupCommit implements HealthCheck {

  private static final Logger LOG = Logger.getLogger(GroupCommit.class);

  private static final Duration STOP_MAX = Duration.ofSeconds(8);

  private record Waiting(PreparedPush push, CompletableFuture<Claim> standing) {}

  private final Groups<Waiting> groups = new Groups<>(waiting -> waiting.push().push().facts());
  private final PushPublisher publisher;
  private volatile @Nullable Thread worker;

  GroupCommit(PushPublisher publisher) {
    this.publisher = publisher;
  }

  void start(@Observes StartupEvent event) {
    worker =
        Thread.ofPlatform()
            .name("pushes")
            .uncaughtExceptionHandler((_, e) -> LOG.fatal("pushes have ended: to be restarted", e))
            .start(this::run);
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
    return HealthCheckResponse.named("pushes").status(running != null && running.isAlive()).build();
  }

  /// Hands a push over. The future gives the claim that stands committed under its key, which is
  /// another's when the key was used before; empty when too many wait already.
  Optional<CompletableFuture<Claim>> commit(PreparedPush push) {
    var waiting = new Waiting(push, new CompletableFuture<>());
    return groups.offer(waiting) ? Optional.of(waiting.standing()) : Optional.empty();
  }

  private void run() {
    try (publisher) {
      while (!Thread.currentThread().isInterrupted()) {
        var group = groups.next();
        if (!group.isEmpty()) {
          publish(group);
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void publish(List<Waiting> group) {
    try {
      var standing = publisher.publish(group.stream().map(Waiting::push).toList());
      for (int i = 0; i < group.size(); i++) {
        group.get(i).standing().complete(standing.get(i));
      }
    } catch (RuntimeException e) {
      LOG.warn("a group of pushes was not committed; their senders are told to push again", e);
      group.forEach(waiting -> waiting.standing().completeExceptionally(e));
    }
  }
}
