package org.vigie.alerts.relay;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.vigie.alerts.consume.AssignmentListener;
import org.vigie.alerts.record.OutboxTable;
import org.vigie.kit.work.Worker;

/// One relay for each input partition that is this instance's.
public final class Relays implements AssignmentListener, AutoCloseable {

  private final OutboxTable outbox;
  private final RelayClients clients;
  private final Map<Integer, PartitionRelay> running = new ConcurrentHashMap<>();

  public Relays(OutboxTable outbox, RelayClients clients) {
    this.outbox = outbox;
    this.clients = clients;
  }

  @Override
  public void assigned(Set<Integer> partitions) {
    partitions.forEach(partition -> running.computeIfAbsent(partition, this::start));
  }

  @Override
  public void revoked(Set<Integer> partitions) {
    for (var partition : partitions) {
      var relay = running.remove(partition);
      if (relay != null) {
        relay.worker().stop();
      }
    }
  }

  /// Tells the relays of these partitions that there is something to carry.
  public void wake(Set<Integer> partitions) {
    for (var partition : partitions) {
      var relay = running.get(partition);
      if (relay != null) {
        relay.wake();
      }
    }
  }

  /// What keeps messages from leaving, in no order.
  public List<Trouble> troubles() {
    return running.values().stream().flatMap(PartitionRelay::troubles).toList();
  }

  @Override
  public void close() {
    revoked(Set.copyOf(running.keySet()));
  }

  private PartitionRelay start(int partition) {
    var relay = new PartitionRelay(partition, outbox, clients, Worker::start);
    relay.worker().start();
    return relay;
  }
}
