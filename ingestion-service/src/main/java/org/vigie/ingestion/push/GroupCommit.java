package org.vigie.ingestion.push;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.vigie.ingestion.journal.PushLog.Claim;

/// Gathers pushes that come close together, and has each group published in one transaction. Who
/// pushes waits for the commit of its group.
@ApplicationScoped
class GroupCommit {

  private static final Logger LOG = Logger.getLogger(GroupCommit.class);

  // A group is closed when so many facts are together, or so long after its first push.
  private static final int FACTS_MAX = 500;
  private static final long LINGER_MICROS = 3_000;

  // More than this waits at no healthy broker.
  private static final int WAITING_MAX = 2_000;

  private static final long LOOK_MILLIS = 1_000;
  private static final Duration STOP_MAX = Duration.ofSeconds(8);

  private record Waiting(PreparedPush push, CompletableFuture<Claim> standing) {}

  private final BlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(WAITING_MAX);
  private final PushPublisher publisher;
  private @Nullable Thread worker;

  GroupCommit(PushPublisher publisher) {
    this.publisher = publisher;
  }

  void start(@Observes StartupEvent event) {
    worker = Thread.ofPlatform().name("pushes").start(this::run);
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    if (worker != null) {
      worker.interrupt();
      worker.join(STOP_MAX);
    }
  }

  /// Hands a push over. The future gives the claim that stands committed under its key, which is
  /// another's when the key was used before; empty when too many wait already.
  Optional<CompletableFuture<Claim>> commit(PreparedPush push) {
    var waiting = new Waiting(push, new CompletableFuture<>());
    return queue.offer(waiting) ? Optional.of(waiting.standing()) : Optional.empty();
  }

  private void run() {
    try (publisher) {
      while (!Thread.currentThread().isInterrupted()) {
        var first = queue.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        if (first != null) {
          publish(group(first));
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private List<Waiting> group(Waiting first) throws InterruptedException {
    var group = new ArrayList<Waiting>();
    group.add(first);
    int facts = first.push().push().facts();
    long close = System.nanoTime() + TimeUnit.MICROSECONDS.toNanos(LINGER_MICROS);
    while (facts < FACTS_MAX) {
      var next = queue.poll(close - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (next == null) {
        return group;
      }
      group.add(next);
      facts += next.push().push().facts();
    }
    return group;
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
