package org.vigie.devkit.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.devkit.installation.Installation;
import org.vigie.devkit.installation.Secrets;
import org.vigie.devkit.installation.Slot;
import org.vigie.devkit.watch.Patience;

/// A real broker, killed while a transaction is open.
class HangingTransactionsTest {

  private static final Path HOME = Path.of("..");
  private static final TopicPartition TOPIC = new TopicPartition("topic", 0);
  // Less than a broker's start, so that its coordinator finds the transaction timed out.
  private static final int TRANSACTION_TIMEOUT_MILLIS = 500;
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @TempDir Path data;

  private ProcessTable processes;
  private KafkaAccess access;
  private KafkaBroker broker;

  @BeforeEach
  void startBroker() throws Exception {
    var installation = Installation.open(HOME, data, freePortBase());
    var secrets = Secrets.of(installation);
    processes = new ProcessTable(installation);
    access = new KafkaAccess(installation, secrets);
    broker = new KafkaBroker(installation, secrets, access);
    start();
    try (var admin = Admin.create(access.platform())) {
      admin.createTopics(Set.of(new NewTopic(TOPIC.topic(), 1, (short) 1))).all().get();
    }
  }

  @AfterEach
  void endBroker() {
    processes.alive().forEach(processes::stop);
  }

  @Test
  void whatIsCommittedAfterAKillIsRead() throws Exception {
    var lost = producer("lost", TRANSACTION_TIMEOUT_MILLIS);
    lost.beginTransaction();
    lost.send(record("open when the broker is killed")).get();
    kill();
    // It would wait for the broker to abort, and the transaction must not be ended by its producer.
    lost.close(Duration.ZERO);
    start();

    new HangingTransactions(access.platform()).end();

    commit("after the kill");
    assertThat(committed(1)).containsExactly("after the kill");
  }

  @Test
  void aTransactionAtWorkIsLeftAlone() throws Exception {
    try (var atWork = producer("at-work", (int) PATIENCE.toMillis())) {
      atWork.beginTransaction();
      atWork.send(record("first")).get();

      assertThat(new HangingTransactions(access.platform()).end()).isZero();

      atWork.commitTransaction();
    }
    assertThat(committed(1)).containsExactly("first");
  }

  private void start() throws Exception {
    new Starter(processes, _ -> {}, Patience.TOTAL).start(broker.launch());
  }

  private void kill() {
    ProcessHandle process = processes.handle(KafkaBroker.NAME).orElseThrow();
    process.destroyForcibly();
    process.onExit().join();
  }

  private void commit(String value) {
    try (var producer = producer("next", (int) PATIENCE.toMillis())) {
      producer.beginTransaction();
      producer.send(record(value));
      producer.commitTransaction();
    }
  }

  private static ProducerRecord<String, String> record(String value) {
    return new ProducerRecord<>(TOPIC.topic(), TOPIC.partition(), null, value);
  }

  private KafkaProducer<String, String> producer(String id, int timeoutMillis) {
    var settings = new HashMap<>(access.platform());
    settings.put("transactional.id", id);
    settings.put("transaction.timeout.ms", timeoutMillis);
    var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
    producer.initTransactions();
    return producer;
  }

  private List<String> committed(int count) {
    Map<String, Object> settings = new HashMap<>(access.platform());
    settings.put("isolation.level", "read_committed");
    var values = new ArrayList<String>();
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      consumer.assign(Set.of(TOPIC));
      consumer.seekToBeginning(Set.of(TOPIC));
      Awaitility.await()
          .atMost(PATIENCE)
          .until(
              () -> {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> values.add(record.value()));
                return values.size() >= count;
              });
    }
    return values;
  }

  // The system's choice for the broker's port, and the base that gives it.
  private static int freePortBase() throws IOException {
    try (var free = new ServerSocket(0)) {
      return free.getLocalPort() - new Installation(HOME, HOME, 20_000).port(Slot.KAFKA) + 20_000;
    }
  }
}
