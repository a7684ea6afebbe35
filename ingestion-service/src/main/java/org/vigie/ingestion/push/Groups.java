package org.vigie.ingestion.push;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/// What waits, taken in groups in the order in which it came. A group holds what comes together, up
/// to a number of facts; an item of more facts than that is a group of its own. Anyone offers, one
/// thread takes.
final class Groups<T> {

  // A group is closed when so many facts are together, or so long after its first item.
  static final int FACTS_MAX = 500;
  private static final long LINGER_MICROS = 3_000;

  // All that can be in hand.
  private static final int WAITING_MAX = InHand.PUSHES_MAX;

  private static final long LOOK_MILLIS = 1_000;

  private final BlockingQueue<T> queue = new ArrayBlockingQueue<>(WAITING_MAX);
  private final ToIntFunction<T> facts;

  // Did not fit the group before; its turn is the next one.
  private @Nullable T carried;

  /// @param facts how many facts an item holds
  Groups(ToIntFunction<T> facts) {
    this.facts = facts;
  }

  /// False when too many wait already.
  boolean offer(T item) {
    return queue.offer(item);
  }

  /// The next group; empty when nothing came for a while.
  List<T> next() throws InterruptedException {
    T first = carried == null ? queue.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS) : carried;
    carried = null;
    return first == null ? List.of() : with(first);
  }

  /// Takes out all that waits.
  List<T> drain() {
    var all = new ArrayList<T>();
    if (carried != null) {
      all.add(carried);
      carried = null;
    }
    queue.drainTo(all);
    return all;
  }

  private List<T> with(T first) throws InterruptedException {
    var group = new ArrayList<T>();
    group.add(first);
    int room = FACTS_MAX - facts.applyAsInt(first);
    long close = System.nanoTime() + TimeUnit.MICROSECONDS.toNanos(LINGER_MICROS);
    while (room > 0) {
      T next = queue.poll(close - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (next == null) {
        return group;
      }
      room -= facts.applyAsInt(next);
      if (room < 0) {
        carried = next;
      } else {
        group.add(next);
      }
    }
    return group;
  }
}
