package org.vigie.alerts.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.vigie.alerts.EmbeddedDatabase;
import org.vigie.alerts.record.OutboxTable;

class PartitionRelayTest {

  private static final int PARTITION = 3;

  private final DataSource database = EmbeddedDatabase.fresh("relay");
  private final MockProducer<String, byte[]> broker =
      new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
  private long relayed;
  private final PartitionRelay relay =
      new PartitionRelay(PARTITION, new OutboxTable(database), new Clients());

  @Test
  void messagesLeaveInOrderWithTheirPositionInTheTransaction() throws SQLException {
    message(4, 0, "a");
    message(4, 1, "b");
    message(9, 0, "c");

    relayAll();

    assertThat(broker.history()).extracting(ProducerRecord::key).containsExactly("a", "b", "c");
    assertThat(broker.commitCount()).isEqualTo(1);
    assertThat(broker.consumerGroupOffsetsHistory())
        .containsExactly(
            Map.of(
                RelayClients.GROUP,
                Map.of(
                    new TopicPartition("company-scores", PARTITION), new OffsetAndMetadata(10))));
    assertThat(count("outbox")).isZero();
  }

  @Test
  void aMessageLeavesWithItsPartitionAndHeaders() throws SQLException {
    message(4, 0, "a");

    relayAll();

    var sent = broker.history().getFirst();
    assertThat(sent.topic()).isEqualTo("alerts.x");
    assertThat(sent.partition()).isEqualTo(5);
    assertThat(sent.headers().lastHeader("ce_id").value())
        .isEqualTo("42".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void whatKafkaSaysHasLeftDoesNotLeaveAgain() throws SQLException {
    message(4, 0, "a");
    barrier(5, "b1");
    message(9, 0, "c");
    relayed = 6;

    relayAll();

    assertThat(broker.history()).extracting(ProducerRecord::key).containsExactly("c");
    assertThat(count("barrier_passed")).isEqualTo(1);
  }

  @Test
  void whatADatabaseThatCrashedBringsBackIsForgottenAndNotSentAgain() throws SQLException {
    message(4, 0, "a");
    message(9, 0, "b");
    relayAll();
    message(4, 0, "a");
    barrier(5, "b1");
    message(9, 0, "b");
    message(10, 0, "c");

    relayAll();

    assertThat(broker.history()).extracting(ProducerRecord::key).containsExactly("a", "b", "c");
    assertThat(count("barrier_passed")).isEqualTo(1);
    assertThat(count("outbox")).isZero();
  }

  @Test
  void aBarrierPassesOnceTheAlertsBeforeItHaveLeft() throws SQLException {
    message(4, 0, "a");
    barrier(5, "b1");
    broker.commitTransactionException = new KafkaException("broker is gone");

    assertThatThrownBy(this::relayAll).isInstanceOf(KafkaException.class);
    assertThat(count("barrier_passed")).isZero();
    assertThat(count("outbox")).isEqualTo(2);

    broker.commitTransactionException = null;
    broker.abortTransaction();
    relayAll();
    assertThat(count("barrier_passed")).isEqualTo(1);
    assertThat(count("outbox")).isZero();
  }

  @Test
  void aBarrierAloneNeedsNoTransaction() throws SQLException {
    barrier(0, "b1");

    relayAll();

    assertThat(broker.transactionInitialized()).isFalse();
    assertThat(count("barrier_passed")).isEqualTo(1);
  }

  @Test
  void anotherPartitionsMessagesAreLeftAlone() throws SQLException {
    execute("INSERT INTO outbox VALUES (7, 0, 0, NULL, 'alerts.x', 5, 'z', '{ce_id,42}', '\\x00')");

    relayAll();

    assertThat(broker.history()).isEmpty();
    assertThat(count("outbox")).isEqualTo(1);
  }

  private void relayAll() {
    while (relay.relayNext()) {
      // until nothing is left
    }
  }

  private void message(long offset, int rank, String key) throws SQLException {
    execute(
        "INSERT INTO outbox VALUES (%d, %d, %d, NULL, 'alerts.x', 5, '%s', '{ce_id,42}', '\\x00')"
            .formatted(PARTITION, offset, rank, key));
  }

  private void barrier(long offset, String barrier) throws SQLException {
    execute(
        "INSERT INTO outbox (partition, input_offset, rank, barrier) VALUES (%d, %d, 0, '%s')"
            .formatted(PARTITION, offset, barrier));
  }

  private int count(String table) throws SQLException {
    try (var connection = database.getConnection();
        var rows = connection.createStatement().executeQuery("SELECT count(*) FROM " + table)) {
      rows.next();
      return rows.getInt(1);
    }
  }

  private void execute(String statement) throws SQLException {
    try (var connection = database.getConnection()) {
      connection.createStatement().execute(statement);
    }
  }

  private final class Clients implements RelayClients {

    @Override
    public Producer<String, byte[]> producer(int partition) {
      return broker;
    }

    @Override
    public long relayed(int partition) {
      return relayed;
    }
  }
}
