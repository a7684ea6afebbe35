package org.vigie.devkit.watch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What happened to one process since somebody started it.
///
/// @param count how often starting it again was tried
/// @param recent when it was started again, the latest last; as many as a decision needs
/// @param endedAt since when it is not running; null while it runs
/// @param failure why it is not started again any more; null while it is
public record Restarts(
    int count, List<Instant> recent, @Nullable Instant endedAt, @Nullable String failure) {

  // A decision never counts more.
  private static final int RECENT_MAX = 20;

  /// Of a process that never ended by itself.
  public static final Restarts NONE = new Restarts(0, List.of(), null, null);

  public Restarts {
    if (count < recent.size()) {
      throw new IllegalArgumentException(count + " restarts cannot have taken place at " + recent);
    }
    recent = List.copyOf(recent.subList(Math.max(0, recent.size() - RECENT_MAX), recent.size()));
  }

  /// The process was found ended. The first time counts.
  Restarts ended(Instant at) {
    return endedAt == null ? new Restarts(count, recent, at, failure) : this;
  }

  /// The process was started again.
  Restarts restarted(Instant at) {
    return new Restarts(count + 1, recentWith(at), null, null);
  }

  /// Starting the process again was tried, and it does not run.
  Restarts attempted(Instant at) {
    return new Restarts(count + 1, recentWith(at), endedAt, null);
  }

  private List<Instant> recentWith(Instant at) {
    var all = new ArrayList<>(recent);
    all.add(at);
    return all;
  }

  /// The process is not started again any more.
  Restarts failed(String reason) {
    return new Restarts(count, recent, endedAt, reason);
  }
}
