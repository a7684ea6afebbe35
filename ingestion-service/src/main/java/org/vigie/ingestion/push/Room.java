package org.vigie.ingestion.push;

import java.util.HashMap;
import java.util.Map;

/// An amount that clients share: the first of it that each takes is kept for that client alone, for
/// [#CLIENTS_MAX] clients; the rest goes to whoever comes first, at most half of it to one client.
/// Not for several threads.
final class Room {

  /// More clients than partners that push at the same time.
  static final int CLIENTS_MAX = 32;

  private final long own;
  private final long common;
  private final Map<String, Long> held = new HashMap<>();
  private long ownTaken;
  private long commonTaken;

  /// @param own what is kept for each client
  /// @param common what is left for all together
  Room(long own, long common) {
    this.own = own;
    this.common = common;
  }

  enum Outcome {
    TAKEN,
    /// The client has all that one client gets.
    SHARE_USED_UP,
    /// Others hold the rest.
    ALL_USED_UP
  }

  /// Takes more for a client, all of it or none.
  Outcome take(String client, long more) {
    long before = of(client);
    long after = before + more;
    if (after > own + common / 2) {
      return Outcome.SHARE_USED_UP;
    }
    long ownMore = Math.min(after, own) - Math.min(before, own);
    if (ownTaken + ownMore > CLIENTS_MAX * own || commonTaken + (more - ownMore) > common) {
      return Outcome.ALL_USED_UP;
    }
    hold(client, before, after);
    return Outcome.TAKEN;
  }

  void giveBack(String client, long some) {
    long before = of(client);
    hold(client, before, before - some);
  }

  private long of(String client) {
    return held.getOrDefault(client, 0L);
  }

  private void hold(String client, long before, long after) {
    long ownMore = Math.min(after, own) - Math.min(before, own);
    ownTaken += ownMore;
    commonTaken += after - before - ownMore;
    if (after == 0) {
      held.remove(client);
    } else {
      held.put(client, after);
    }
  }
}
