package org.vigie.alerts.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.vigie.alerts.EmbeddedDatabase;
import org.vigie.alerts.record.OutboxTable;
import org.vigie.schemas.Topics;

class RelaysTest {

  private static final Cluster CLUSTER =
      new Cluster(
          "c",
          List.of(),
          IntStream.range(0, Topics.PARTITIONS)
              .mapToObj(partition -> new PartitionInfo("alerts.x", partition, null, null, null))
              .toList(),
          Set.of(),
          Set.of());

  private final DataSource database = EmbeddedDatabase.fresh("relays");
  private final Map<String, MockProducer<String, byte[]>> producers = new ConcurrentHashMap<>();

  @Test
  void aPartitionWhoseTransactionsDoNotBeginStopsNoOtherAndIsTold() throws SQLException {
    message(3);
    message(4);

    try (var relays = new Relays(new OutboxTable(database), new Clients())) {
      relays.assigned(Set.of(3, 4));

      await()
          .untilAsserted(
              () -> {
                assertThat(producer("alert-service-relay-4").history()).hasSize(1);
                assertThat(relays.troubles())
                    .singleElement()
                    .satisfies(
                        trouble -> {
                          assertThat(trouble.lane()).isEqualTo("partition 3");
                          assertThat(trouble.failures()).isPositive();
                          assertThat(trouble.reason()).contains("no answer");
                        });
              });
    }
  }

  private void message(int partition) throws SQLException {
    try (var connection = database.getConnection()) {
      connection
          .createStatement()
          .execute(
              ("INSERT INTO outbox (partition, input_offset, rank, topic, target_partition, key,"
                      + " headers, value) VALUES (%d, 0, 0, 'alerts.x', 0, 'k', '{}', '\\x00')")
                  .formatted(partition));
    }
  }

  private MockProducer<String, byte[]> producer(String transactionalId) {
    return producers.computeIfAbsent(
        transactionalId,
        _ ->
            new MockProducer<>(
                CLUSTER, true, null, new StringSerializer(), new ByteArraySerializer()));
  }

  private final class Clients implements RelayClients {

    @Override
    public Producer<String, byte[]> producer(String transactionalId) {
      if (transactionalId.equals("alert-service-relay-4")) {
        return RelaysTest.this.producer(transactionalId);
      }
      var unanswered = new MockProducer<String, byte[]>();
      unanswered.initTransactionException = new TimeoutException("no answer");
      return unanswered;
    }

    @Override
    public long relayed(String group, int partition) {
      return 0;
    }
  }
}
