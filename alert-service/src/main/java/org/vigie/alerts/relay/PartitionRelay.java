package org.vigie.alerts.relay;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.vigie.alerts.record.OutboxRow;
import org.vigie.alerts.record.OutboxTable;
import org.vigie.alerts.relay.Step.Idle;
import org.vigie.alerts.relay.Step.Moved;
import org.vigie.alerts.relay.Step.Opened;
import org.vigie.alerts.relay.Step.Refused;

/// Carries the messages of one input partition to Kafka, in order, on its own virtual thread.
///
/// A topic that takes nothing (missing, denied) stops no other: what there is for it is set aside,
/// and what comes for it later goes behind, so that its order is kept; an [AsideRelay] tries it
/// again. There is at most one for each topic.
final class PartitionRelay implements Runnable {

  private static final Logger LOG = Logger.getLogger(PartitionRelay.class);

  // A wake-up follows every commit of this instance; the fallback finds what another one left.
  private static final Duration FALLBACK = Duration.ofSeconds(5);

  // A broker that is back is found within it.
  private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(30));

  private final int partition;
  private final OutboxTable outbox;
  private final RelayClients clients;
  private final Executor threads;
  private final LaneRelay relay;
  private final Map<String, AsideRelay> aside = new ConcurrentHashMap<>();
  private final Semaphore work = new Semaphore(1);
  private final CountDownLatch closing = new CountDownLatch(1);
  private volatile @Nullable Trouble trouble;
  private int failures;

  /// @param threads on which what was set aside is tried again
  PartitionRelay(int partition, OutboxTable outbox, RelayClients clients, Executor threads) {
    this.partition = partition;
    this.outbox = outbox;
    this.clients = clients;
    this.threads = threads;
    this.relay =
        new LaneRelay(
            Lane.ofPartition(partition), outbox.ofPartition(partition), clients, this::takesOut);
  }

  @Override
  public void run() {
    try {
      while (!isClosing()) {
        if (carry()) {
          awaitWork();
        } else {
          awaitClose(BACKOFF.after(failures));
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      relay.close();
      aside.values().forEach(AsideRelay::close);
    }
  }

  /// Tells that there may be something to relay.
  void wake() {
    work.release();
  }

  /// Ends after the transaction in hand.
  void close() {
    closing.countDown();
    wake();
  }

  /// What keeps its lanes from leaving.
  Stream<Trouble> troubles() {
    var own = trouble;
    return Stream.concat(
        own == null ? Stream.empty() : Stream.of(own),
        aside.values().stream().flatMap(each -> each.trouble().stream()));
  }

  // Until nothing is left; false after a failure.
  private boolean carry() {
    try {
      retryAside();
      while (!isClosing() && relayNext()) {
        // until nothing is left
      }
      recovered();
      return true;
    } catch (RuntimeException e) {
      failures++;
      trouble = new Trouble("partition " + partition, failures, 0, e.toString());
      LOG.errorf(
          e, "relaying failed; starting afresh: partition=%d failures=%d", partition, failures);
      relay.close();
      return false;
    }
  }

  /// Relays the next rows of the outbox; false when there are none.
  boolean relayNext() {
    return switch (relay.relayNext()) {
      case Idle() -> false;
      case Opened() -> true;
      case Moved() -> {
        recovered();
        yield true;
      }
      case Refused(var topics) -> {
        LOG.errorf("set aside: partition=%d topics=%s", partition, topics);
        outbox.setAside(partition, topics.keySet());
        retryAside();
        yield true;
      }
    };
  }

  private void recovered() {
    trouble = null;
    failures = 0;
  }

  // What comes for a topic goes behind what is set aside for it.
  private boolean takesOut(List<OutboxRow> rows) {
    Set<String> behind = LaneRelay.topics(rows);
    behind.retainAll(outbox.topicsAside(partition));
    if (behind.isEmpty()) {
      return false;
    }
    outbox.setAside(partition, behind);
    retryAside();
    return true;
  }

  private void retryAside() {
    outbox.topicsAside(partition).forEach(topic -> aside.computeIfAbsent(topic, this::start));
  }

  private AsideRelay start(String topic) {
    var again =
        new AsideRelay(Lane.aside(partition, topic), outbox, clients, () -> aside.remove(topic));
    threads.execute(again);
    return again;
  }

  private void awaitWork() throws InterruptedException {
    if (work.tryAcquire(FALLBACK.toMillis(), TimeUnit.MILLISECONDS)) {
      work.drainPermits();
    }
  }

  // New work does not shorten it.
  private void awaitClose(Duration max) throws InterruptedException {
    if (closing.await(max.toMillis(), TimeUnit.MILLISECONDS)) {
      LOG.debugf("closing: partition=%d", partition);
    }
  }

  private boolean isClosing() {
    return closing.getCount() == 0;
  }
}
