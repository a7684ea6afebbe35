package org.vigie.scoring.readmodel;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.vigie.kit.kafka.LogClients;
import org.vigie.kit.work.BackOff;
import org.vigie.kit.work.Job;
import org.vigie.kit.work.Worker;
import org.vigie.schemas.ScoreRecord;
import org.vigie.schemas.TopicSerde;
import org.vigie.schemas.Topics;
import org.vigie.schemas.events.Control;
import org.vigie.schemas.events.RecordReader;
import org.vigie.schemas.events.RecordReader.Readable;
import org.vigie.schemas.events.RecordReader.Unreadable;
import org.vigie.schemas.events.ScoreCheck;
import org.vigie.schemas.events.ScoreDoor;
import org.vigie.schemas.events.ScoreEvent;
import org.vigie.schemas.events.ScoreEvent.ScoreOfCompany;

/// Follows `company-scores` into the [ScoreStore], one poll at each turn. Every instance reads all
/// partitions, from the positions in the database: no consumer group, nothing committed to Kafka.
@ApplicationScoped
public class ScoreFeed implements Job {

  private static final Logger LOG = Logger.getLogger(ScoreFeed.class);

  private static final String TOPIC = Topics.COMPANY_SCORES.name();
  private static final Duration POLL = Duration.ofSeconds(1);
  private static final BackOff BACK_OFF = BackOff.constant(Duration.ofSeconds(1));
  // A poll is one database transaction: some tens of milliseconds.
  private static final int RECORDS_PER_POLL_MAX = 1_000;
  private static final Map<String, Object> SETTINGS =
      Map.of(
          ConsumerConfig.CLIENT_ID_CONFIG,
          "scoring-service-score-feed",
          ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
          RECORDS_PER_POLL_MAX);
  // Longer than a poll and a batch.
  private static final Duration STOP_WAIT = Duration.ofSeconds(10);

  private final ScoreStore store;
  private final LogClients clients;
  private final Deserializer<ScoreRecord> values;
  private final RecordReader<ScoreEvent> reader;
  private final Worker worker;
  private volatile @Nullable Consumer<String, byte[]> consumer;
  private volatile boolean following;

  public ScoreFeed(
      ScoreStore store,
      @Identifier("default-kafka-broker") Map<String, Object> kafka,
      @ConfigProperty(name = "vigie.registry-url") String registryUrl) {
    this.store = store;
    this.clients = new LogClients(kafka);
    this.values = TopicSerde.deserializer(Topics.COMPANY_SCORES, registryUrl);
    this.reader = ScoreDoor.reader(values);
    this.worker = new Worker(Thread.ofPlatform().name("score-feed"), this, BACK_OFF);
  }

  /// Whether the feed has found its partitions and its positions.
  public boolean isFollowing() {
    return following;
  }

  void start(@Observes StartupEvent event) {
    worker.start();
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    worker.stop();
    worker.join(STOP_WAIT);
  }

  @Override
  public Turn turn() {
    var opened = consumer == null ? open() : consumer;
    var records = opened.poll(POLL);
    if (!records.isEmpty()) {
      store.take(arrivals(records, reader));
    }
    return Turn.WORKED;
  }

  @Override
  public void wake() {
    var opened = consumer;
    if (opened != null) {
      opened.wakeup();
    }
  }

  @Override
  public void release() {
    following = false;
    var opened = consumer;
    consumer = null;
    if (opened != null) {
      opened.close();
    }
  }

  @Override
  public void close() {
    values.close();
  }

  private Consumer<String, byte[]> open() {
    var opened = clients.consumer(new ByteArrayDeserializer(), SETTINGS);
    consumer = opened;
    List<Integer> partitions =
        opened.partitionsFor(TOPIC).stream().map(PartitionInfo::partition).toList();
    opened.assign(partitions.stream().map(one -> new TopicPartition(TOPIC, one)).toList());
    store
        .positions(partitions)
        .forEach((one, offset) -> opened.seek(new TopicPartition(TOPIC, one), offset));
    following = true;
    return opened;
  }

  /// The records where they were found. One that cannot be read or believed holds no score:
  /// alert-service, which reads the same topic, keeps it in `rejections`.
  static List<Arrival> arrivals(
      Iterable<ConsumerRecord<String, byte[]>> records, RecordReader<ScoreEvent> reader) {
    var arrivals = new ArrayList<Arrival>();
    for (var record : records) {
      arrivals.add(new Arrival(record.partition(), record.offset(), score(record, reader)));
    }
    return arrivals;
  }

  private static Optional<ScoreOfCompany> score(
      ConsumerRecord<String, byte[]> record, RecordReader<ScoreEvent> reader) {
    return switch (reader.read(record.value())) {
      case Readable<ScoreEvent>(ScoreOfCompany score) -> believed(record, score);
      case Readable<ScoreEvent>(Control _) -> Optional.empty();
      case Unreadable<ScoreEvent>(String reason) -> {
        passOver(record, reason);
        yield Optional.empty();
      }
    };
  }

  private static Optional<ScoreOfCompany> believed(
      ConsumerRecord<String, byte[]> record, ScoreOfCompany score) {
    var fault = ScoreCheck.fault(score, record.partition());
    fault.ifPresent(reason -> passOver(record, reason));
    return fault.isEmpty() ? Optional.of(score) : Optional.empty();
  }

  private static void passOver(ConsumerRecord<String, byte[]> record, String reason) {
    LOG.warnf(
        "Passed over %s/%d at offset %d: %s", TOPIC, record.partition(), record.offset(), reason);
  }
}
