package org.vigie.alerts.relay;

import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.vigie.alerts.record.OutboxTable;
import org.vigie.alerts.relay.Step.Idle;
import org.vigie.alerts.relay.Step.Moved;
import org.vigie.alerts.relay.Step.Opened;
import org.vigie.alerts.relay.Step.Refused;
import org.vigie.kit.work.BackOff;
import org.vigie.kit.work.Job;
import org.vigie.kit.work.Worker;

/// Tries again and again what one input partition has set aside for one topic, on its own virtual
/// thread, until nothing of it is left.
final class AsideRelay implements Job {

  private static final Logger LOG = Logger.getLogger(AsideRelay.class);

  // A topic is made or opened by a person: five minutes later its alerts leave.
  private static final BackOff BACK_OFF = new BackOff(Duration.ofSeconds(5), Duration.ofMinutes(5));

  private final Lane lane;
  private final OutboxTable outbox;
  private final LaneRelay relay;
  private final Runnable ended;
  private final Worker worker = new Worker(Thread.ofVirtual().name("relay-aside"), this, BACK_OFF);
  private volatile @Nullable Trouble trouble;

  /// @param ended called when nothing is left
  AsideRelay(Lane lane, OutboxTable outbox, RelayClients clients, Runnable ended) {
    this.lane = lane;
    this.outbox = outbox;
    this.relay =
        new LaneRelay(lane, outbox.aside(lane.partition(), topic(lane)), clients, _ -> false);
    this.ended = ended;
  }

  /// The thread that runs it, to be started.
  Worker worker() {
    return worker;
  }

  Optional<Trouble> trouble() {
    return Optional.ofNullable(trouble);
  }

  /// Sends the next of what is left.
  @Override
  public Turn turn() {
    try {
      return switch (relay.relayNext()) {
        case Idle() -> {
          trouble = null;
          yield Turn.ENDED;
        }
        case Opened() -> Turn.IDLE;
        case Moved() -> {
          trouble = null;
          yield Turn.WORKED;
        }
        case Refused(var topics) -> failed(topics.values().iterator().next());
      };
    } catch (RuntimeException e) {
      return failed(e.toString());
    }
  }

  @Override
  public void release() {
    relay.close();
  }

  @Override
  public void close() {
    ended.run();
  }

  private Turn failed(String reason) {
    var now = Trouble.after(trouble, lane.toString(), waiting(), reason);
    trouble = now;
    LOG.warnf("set aside: lane=%s failures=%d reason=%s", lane, now.failures(), reason);
    return Turn.FAILED;
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
