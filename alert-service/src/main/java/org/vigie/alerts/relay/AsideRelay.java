package org.vigie.alerts.relay;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.vigie.alerts.record.OutboxTable;
import org.vigie.alerts.relay.Step.Idle;
import org.vigie.alerts.relay.Step.Moved;
import org.vigie.alerts.relay.Step.Opened;
import org.vigie.alerts.relay.Step.Refused;

/// Tries again and again what one input partition has set aside for one topic, on its own virtual
/// thread, until nothing of it is left.
final class AsideRelay implements Runnable {

  private static final Logger LOG = Logger.getLogger(AsideRelay.class);

  // A topic is made or opened by a person: five minutes later its alerts leave.
  private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(5), Duration.ofMinutes(5));

  private final Lane lane;
  private final OutboxTable outbox;
  private final LaneRelay relay;
  private final Runnable ended;
  private final CountDownLatch closing = new CountDownLatch(1);
  private volatile @Nullable Trouble trouble;
  private int failures;

  /// @param ended called when nothing is left
  AsideRelay(Lane lane, OutboxTable outbox, RelayClients clients, Runnable ended) {
    this.lane = lane;
    this.outbox = outbox;
    this.relay =
        new LaneRelay(lane, outbox.aside(lane.partition(), topic(lane)), clients, _ -> false);
    this.ended = ended;
  }

  @Override
  public void run() {
    try {
      while (closing.getCount() > 0 && !isDone()) {
        if (closing.await(BACKOFF.after(failures).toMillis(), TimeUnit.MILLISECONDS)) {
          LOG.debugf("closing: lane=%s", lane);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      relay.close();
      ended.run();
    }
  }

  void close() {
    closing.countDown();
  }

  Optional<Trouble> trouble() {
    return Optional.ofNullable(trouble);
  }

  /// Sends what it can; whether nothing is left.
  boolean isDone() {
    try {
      while (true) {
        switch (relay.relayNext()) {
          case Idle() -> {
            trouble = null;
            return true;
          }
          case Opened() -> {}
          case Moved() -> failures = 0;
          case Refused(var topics) -> {
            return failed(topics.values().iterator().next());
          }
        }
      }
    } catch (RuntimeException e) {
      return failed(e.toString());
    } finally {
      relay.close();
    }
  }

  private boolean failed(String reason) {
    failures++;
    trouble = new Trouble(lane.toString(), failures, waiting(), reason);
    LOG.warnf("set aside: lane=%s failures=%d reason=%s", lane, failures, reason);
    return false;
  }

  private long waiting() {
    try {
      return outbox.countAside(lane.partition(), topic(lane));
    } catch (RuntimeException e) {
      LOG.debug("not counted", e);
      return 0;
    }
  }

  private static String topic(Lane lane) {
    if (lane.topicOrNull() == null) {
      throw new IllegalArgumentException("only what is set aside is of one topic");
    }
    return lane.topicOrNull();
  }
}
