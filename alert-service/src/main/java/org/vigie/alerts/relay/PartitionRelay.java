package org.vigie.alerts.relay;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.vigie.alerts.record.OutboxRow;
import org.vigie.alerts.record.OutboxTable;
import org.vigie.alerts.relay.Step.Idle;
import org.vigie.alerts.relay.Step.Moved;
import org.vigie.alerts.relay.Step.Opened;
import org.vigie.alerts.relay.Step.Refused;
import org.vigie.kit.work.BackOff;
import org.vigie.kit.work.Job;
import org.vigie.kit.work.Worker;

/// Carries the messages of one input partition to Kafka, in order, on its own virtual thread.
///
/// A topic that takes nothing (missing, denied) stops no other: what there is for it is set aside,
/// and what comes for it later goes behind, so that its order is kept; an [AsideRelay] tries it
/// again. There is at most one for each topic.
final class PartitionRelay implements Job {

  private static final Logger LOG = Logger.getLogger(PartitionRelay.class);

  // A wake-up follows every commit of this instance; the fallback finds what another one left.
  private static final Duration FALLBACK = Duration.ofSeconds(5);

  // A broker that is back is found within it.
  private static final BackOff BACK_OFF =
      new BackOff(Duration.ofSeconds(1), Duration.ofSeconds(30));

  private final int partition;
  private final OutboxTable outbox;
  private final RelayClients clients;
  private final Consumer<Worker> threads;
  private final LaneRelay relay;
  private final Map<String, AsideRelay> aside = new ConcurrentHashMap<>();
  private final Semaphore work = new Semaphore(1);
  private final Worker worker;
  private volatile @Nullable Trouble trouble;

  /// @param threads starts what tries again what was set aside
  PartitionRelay(
      int partition, OutboxTable outbox, RelayClients clients, Consumer<Worker> threads) {
    this.partition = partition;
    this.outbox = outbox;
    this.clients = clients;
    this.threads = threads;
    this.relay =
        new LaneRelay(
            Lane.ofPartition(partition), outbox.ofPartition(partition), clients, this::takesOut);
    this.worker = new Worker(Thread.ofVirtual().name("relay-" + partition), this, BACK_OFF);
  }

  /// The thread that runs it, to be started.
  Worker worker() {
    return worker;
  }

  /// Tells that there may be something to relay.
  @Override
  public void wake() {
    work.release();
  }

  @Override
  public Turn turn() throws InterruptedException {
    try {
      return switch (relayNext()) {
        case Idle() -> {
          awaitWork();
          yield Turn.WORKED;
        }
        case Moved() -> Turn.WORKED;
        case Opened(), Refused(_) -> Turn.IDLE;
      };
    } catch (RuntimeException e) {
      trouble = Trouble.after(trouble, "partition " + partition, 0, e.toString());
      throw e;
    }
  }

  @Override
  public void release() {
    relay.close();
  }

  @Override
  public void close() {
    aside.values().forEach(each -> each.worker().stop());
  }

  /// What keeps its lanes from leaving.
  Stream<Trouble> troubles() {
    var own = trouble;
    return Stream.concat(
        own == null ? Stream.empty() : Stream.of(own),
        aside.values().stream().flatMap(each -> each.trouble().stream()));
  }

  /// Relays the next rows of the outbox.
  Step relayNext() {
    var step = relay.relayNext();
    switch (step) {
      case Idle() -> {
        retryAside();
        trouble = null;
      }
      case Opened() -> retryAside();
      case Moved() -> trouble = null;
      case Refused(var topics) -> {
        LOG.errorf("set aside: partition=%d topics=%s", partition, topics);
        outbox.setAside(partition, topics.keySet());
        retryAside();
      }
    }
    return step;
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
    threads.accept(again.worker());
    return again;
  }

  private void awaitWork() throws InterruptedException {
    if (work.tryAcquire(FALLBACK.toMillis(), TimeUnit.MILLISECONDS)) {
      work.drainPermits();
    }
  }
}
