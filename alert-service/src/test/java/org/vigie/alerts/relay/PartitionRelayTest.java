package org.vigie.alerts.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.vigie.alerts.EmbeddedDatabase;
import org.vigie.alerts.record.OutboxTable;
import org.vigie.alerts.relay.Step.Idle;
import org.vigie.kit.work.Job.Turn;
import org.vigie.kit.work.Worker;
import org.vigie.schemas.Topics;

class PartitionRelayTest {

  private static final int PARTITION = 3;

  private final DataSource database = EmbeddedDatabase.fresh("relay");
  private final Map<String, MockProducer<String, byte[]>> producers = new HashMap<>();
  private final Set<String> topics = new HashSet<>(Set.of("alerts.x", "alerts.y"));
  private final Map<String, Integer> partitionsOf = new HashMap<>();
  private final Map<String, Long> relayedInGroup = new HashMap<>();
  private final List<Worker> again = new ArrayList<>();
  private final MockProducer<String, byte[]> broker = producer(RelayClients.GROUP + "-3");
  private final PartitionRelay relay =
      new PartitionRelay(PARTITION, new OutboxTable(database), new Clients(), again::add);

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
    relayedInGroup.put(RelayClients.GROUP, 6L);

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

  @Test
  void aTopicThatTakesNothingStopsNoOtherOfItsPartition() throws SQLException {
    message("outbox", "alerts.missing", 4, 0, "a");
    message("outbox", "alerts.x", 4, 1, "b");
    barrier(5, "b1");
    message("outbox", "alerts.missing", 9, 0, "c");
    message("outbox", "alerts.y", 9, 1, "d");

    relayAll();

    assertThat(keys(broker)).containsExactly("b", "d");
    assertThat(count("barrier_passed")).isEqualTo(1);
    assertThat(count("outbox")).isZero();
    assertThat(count("outbox_aside")).isEqualTo(2);
    assertThat(again).hasSize(1);
  }

  @Test
  void aTopicWithTooFewPartitionsStopsNoOtherAndIsTold() throws SQLException {
    narrow("alerts.x");
    message("outbox", "alerts.x", 4, 0, "a");
    message("outbox", "alerts.y", 4, 1, "b");

    relayAll();

    assertThat(sentBy(RelayClients.GROUP + "-3")).containsExactly("b");
    assertThat(count("outbox")).isZero();
    var aside = aside("alerts.x");
    assertThat(aside.turn()).isEqualTo(Turn.IDLE);
    assertThat(aside.turn()).isEqualTo(Turn.FAILED);
    assertThat(aside.trouble())
        .hasValueSatisfying(
            trouble ->
                assertThat(trouble.reason())
                    .isEqualTo("alerts.x has 1 partitions, and needs " + Topics.PARTITIONS));
  }

  @Test
  void whatNamesNoPartitionNeedsOne() throws SQLException {
    narrow("alerts.x");
    message(4, 0, "a");
    execute("UPDATE outbox SET target_partition = NULL");

    relayAll();

    assertThat(sentBy(RelayClients.GROUP + "-3")).containsExactly("a");
  }

  @Test
  void whatComesForATopicGoesBehindWhatIsSetAsideForIt() throws SQLException {
    message("outbox_aside", "alerts.x", 2, 0, "a");
    message("outbox", "alerts.x", 4, 0, "b");
    message("outbox", "alerts.y", 4, 1, "c");

    relayAll();

    assertThat(keys(broker)).containsExactly("c");
    assertThat(count("outbox_aside")).isEqualTo(2);
  }

  @Test
  void whatIsSetAsideWaitsForItsTopicAndThenLeavesInOrderAndOnce() throws SQLException {
    topics.remove("alerts.x");
    message("outbox_aside", "alerts.x", 2, 0, "a");
    message("outbox_aside", "alerts.x", 2, 1, "b");
    message("outbox_aside", "alerts.x", 7, 0, "c");
    var relay = aside("alerts.x");

    assertThat(attempt(relay)).isEqualTo(Turn.FAILED);
    assertThat(attempt(relay)).isEqualTo(Turn.FAILED);
    assertThat(relay.trouble())
        .hasValueSatisfying(
            trouble -> {
              assertThat(trouble.failures()).isEqualTo(2);
              assertThat(trouble.waiting()).isEqualTo(3);
              assertThat(trouble.reason()).contains("alerts.x");
            });

    topics.add("alerts.x");
    assertThat(attempt(relay)).isEqualTo(Turn.ENDED);
    assertThat(relay.trouble()).isEmpty();
    assertThat(count("outbox_aside")).isZero();
    assertThat(sentBy("alert-service-relay.alerts.x-3")).containsExactly("a", "b", "c");
    assertThat(producerOf("alert-service-relay.alerts.x-3").consumerGroupOffsetsHistory())
        .containsExactly(
            Map.of(
                "alert-service-relay.alerts.x",
                Map.of(new TopicPartition("company-scores", PARTITION), new OffsetAndMetadata(8))));
  }

  @Test
  void aProducerThatOpensDoesNotForgetFailures() throws SQLException, InterruptedException {
    message(4, 0, "a");
    broker.commitTransactionException = new KafkaException("broker is gone");

    assertThat(relay.turn()).isEqualTo(Turn.IDLE);
    assertThatThrownBy(relay::turn).isInstanceOf(KafkaException.class);
    relay.release();
    assertThat(relay.turn()).isEqualTo(Turn.IDLE);
    assertThat(relay.troubles())
        .singleElement()
        .satisfies(trouble -> assertThat(trouble.failures()).isEqualTo(1));

    assertThat(relay.turn()).isEqualTo(Turn.WORKED);
    assertThat(relay.troubles()).isEmpty();
    assertThat(count("outbox")).isZero();
  }

  @Test
  void whatWasSetAsideAndHasLeftBeforeACrashDoesNotLeaveAgain() throws SQLException {
    message("outbox_aside", "alerts.x", 2, 0, "a");
    message("outbox_aside", "alerts.x", 7, 0, "b");
    relayedInGroup.put("alert-service-relay.alerts.x", 3L);

    assertThat(attempt(aside("alerts.x"))).isEqualTo(Turn.ENDED);

    assertThat(sentBy("alert-service-relay.alerts.x-3")).containsExactly("b");
  }

  @Test
  void whatADatabaseThatCrashedBringsBackIsForgottenAndNotSetAside() throws SQLException {
    message("outbox_aside", "alerts.x", 2, 0, "a");
    message("outbox", "alerts.x", 4, 0, "b");
    relayedInGroup.put(RelayClients.GROUP, 5L);

    relayAll();

    assertThat(broker.history()).isEmpty();
    assertThat(count("outbox")).isZero();
    assertThat(count("outbox_aside")).isEqualTo(1);
  }

  @Test
  void aTopicThatIsClosedDuringATransactionIsSetAsideAndTheRestIsSentAfresh() throws SQLException {
    message("outbox", "alerts.x", 4, 0, "a");
    message("outbox", "alerts.y", 4, 1, "b");
    producers.put(key(RelayClients.GROUP + "-3"), closedOnCommit());

    relayAll();

    assertThat(sentBy(RelayClients.GROUP + "-3")).containsExactly("b");
    assertThat(count("outbox_aside")).isEqualTo(1);
  }

  // What the first message gets when its topic was closed after the producer had asked for it.
  private MockProducer<String, byte[]> closedOnCommit() {
    return new MockProducer<>(
        cluster(), false, null, new StringSerializer(), new ByteArraySerializer()) {
      @Override
      public void commitTransaction() {
        errorNext(new TopicAuthorizationException("alerts.x"));
        producers.clear();
        throw new KafkaException("aborted");
      }
    };
  }

  // As somebody makes a topic by hand: what opens from now on sees it so.
  private void narrow(String topic) {
    partitionsOf.put(topic, 1);
    producers.clear();
  }

  private void relayAll() {
    while (!(relay.relayNext() instanceof Idle)) {
      // until nothing is left
    }
  }

  private void message(long offset, int rank, String key) throws SQLException {
    message("outbox", "alerts.x", offset, rank, key);
  }

  private void message(String table, String topic, long offset, int rank, String key)
      throws SQLException {
    execute(
        ("INSERT INTO %s (partition, input_offset, rank, topic, target_partition, key, headers,"
                + " value) VALUES (%d, %d, %d, '%s', 5, '%s', '{ce_id,42}', '\\x00')")
            .formatted(table, PARTITION, offset, rank, topic, key));
  }

  // What one client sees of the broker: the topics that there are.
  private MockProducer<String, byte[]> producer(String transactionalId) {
    return producers.compute(
        key(transactionalId),
        (_, known) ->
            known == null || known.closed()
                ? new MockProducer<>(
                    cluster(), true, null, new StringSerializer(), new ByteArraySerializer())
                : known);
  }

  private String key(String transactionalId) {
    return transactionalId + topics;
  }

  private Cluster cluster() {
    var partitions =
        topics.stream()
            .flatMap(
                topic ->
                    IntStream.range(0, partitionsOf.getOrDefault(topic, Topics.PARTITIONS))
                        .mapToObj(
                            partition -> new PartitionInfo(topic, partition, null, null, null)))
            .toList();
    return new Cluster("c", List.of(), partitions, Set.of(), Set.of());
  }

  private AsideRelay aside(String topic) {
    return new AsideRelay(
        Lane.aside(PARTITION, topic), new OutboxTable(database), new Clients(), () -> {});
  }

  // Until it fails or nothing is left; then it holds nothing.
  private static Turn attempt(AsideRelay relay) {
    var turn = relay.turn();
    while (turn == Turn.WORKED || turn == Turn.IDLE) {
      turn = relay.turn();
    }
    relay.release();
    return turn;
  }

  private List<String> sentBy(String transactionalId) {
    return keys(producerOf(transactionalId));
  }

  private MockProducer<String, byte[]> producerOf(String transactionalId) {
    return Objects.requireNonNull(producers.get(key(transactionalId)));
  }

  private static List<String> keys(MockProducer<String, byte[]> producer) {
    return producer.history().stream().map(ProducerRecord::key).toList();
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
    public Producer<String, byte[]> producer(String transactionalId) {
      return PartitionRelayTest.this.producer(transactionalId);
    }

    @Override
    public long relayed(String group, int partition) {
      return relayedInGroup.getOrDefault(group, 0L);
    }
  }
}
