package org.vigie.alerts.consume;

import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.vigie.kit.kafka.LogClients;

/// Opens consumers of `company-scores` on a real broker.
public final class ScoreClients implements Supplier<Consumer<String, byte[]>> {

  private static final String GROUP = "alert-service";

  // One database transaction per batch: a batch is decided in some ten milliseconds.
  private static final int RECORDS_MAX = 500;

  // The broker's minimum: after a crash nobody waits longer for the partitions.
  private static final int SESSION_MILLIS = 6_000;
  private static final int HEARTBEAT_MILLIS = 2_000;

  private static final Map<String, Object> SETTINGS =
      Map.of(
          ConsumerConfig.GROUP_ID_CONFIG,
          GROUP,
          // Static membership: a restarted service has its partitions back without a rebalance.
          ConsumerConfig.GROUP_INSTANCE_ID_CONFIG,
          GROUP + "-0",
          ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
          RECORDS_MAX,
          ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
          SESSION_MILLIS,
          ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG,
          HEARTBEAT_MILLIS);

  private final LogClients clients;

  /// @param kafka how to reach the broker
  public ScoreClients(Map<String, Object> kafka) {
    this.clients = new LogClients(kafka);
  }

  @Override
  public Consumer<String, byte[]> get() {
    return clients.consumer(new ByteArrayDeserializer(), SETTINGS);
  }
}
