package org.vigie.alerts.consume;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.vigie.kit.work.Job;
import org.vigie.schemas.Topics;

/// Reads `company-scores`, a batch at each turn, from the positions of the sink.
///
/// Kafka's group tells which partitions are this instance's; it holds no position. After any
/// failure the consumer starts afresh from the sink's positions.
public final class ScoreConsumer implements Job {

  private static final Logger LOG = Logger.getLogger(ScoreConsumer.class);
  private static final String TOPIC = Topics.COMPANY_SCORES.name();
  private static final Duration POLL = Duration.ofMillis(200);

  private final Supplier<Consumer<String, byte[]>> clients;
  private final ScoreReader reader;
  private final ScoreSink sink;
  private final AssignmentListener assignment;
  private final Map<Integer, Long> expected = new HashMap<>();
  private @Nullable Consumer<String, byte[]> consumer;
  private volatile boolean joined;

  /// @param clients opens consumers that commit nothing
  public ScoreConsumer(
      Supplier<Consumer<String, byte[]>> clients,
      ScoreReader reader,
      ScoreSink sink,
      AssignmentListener assignment) {
    this.clients = clients;
    this.reader = reader;
    this.sink = sink;
    this.assignment = assignment;
  }

  /// Whether it takes part in its group and reads.
  public boolean isReading() {
    return joined;
  }

  @Override
  public Turn turn() {
    if (consumer == null) {
      consumer = clients.get();
      consumer.subscribe(List.of(TOPIC), new Seeking(consumer));
    }
    read(consumer);
    return Turn.WORKED;
  }

  @Override
  public void release() {
    joined = false;
    var opened = consumer;
    consumer = null;
    if (opened != null) {
      opened.close();
    }
  }

  private void read(Consumer<String, byte[]> consumer) {
    var records = consumer.poll(POLL);
    if (records.isEmpty()) {
      return;
    }
    var batch = batch(records);
    if (sink.record(batch)) {
      batch.moves().forEach((partition, move) -> expected.put(partition, move.next()));
    } else {
      LOG.warn("a position was moved by another instance; reading again from the positions");
      seek(consumer, consumer.assignment());
    }
  }

  private ScoreBatch batch(ConsumerRecords<String, byte[]> records) {
    List<ScoreBatch.Item> items = new ArrayList<>(records.count());
    Map<Integer, ScoreBatch.Move> moves = new HashMap<>();
    for (var partition : records.partitions()) {
      var ofPartition = records.records(partition);
      ofPartition.forEach(record -> items.add(item(record)));
      moves.put(
          partition.partition(),
          new ScoreBatch.Move(
              expected.getOrDefault(partition.partition(), 0L),
              ofPartition.getLast().offset() + 1));
    }
    return new ScoreBatch(items, moves);
  }

  private ScoreBatch.Item item(ConsumerRecord<String, byte[]> record) {
    return new ScoreBatch.Item(
        record.partition(), record.offset(), reader.read(record.value(), record.partition()));
  }

  private void seek(Consumer<String, byte[]> consumer, Collection<TopicPartition> partitions) {
    var positions = sink.positions();
    for (var partition : partitions) {
      long position = positions.getOrDefault(partition.partition(), 0L);
      expected.put(partition.partition(), position);
      consumer.seek(partition, position);
    }
  }

  private final class Seeking implements ConsumerRebalanceListener {

    private final Consumer<String, byte[]> consumer;

    Seeking(Consumer<String, byte[]> consumer) {
      this.consumer = consumer;
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
      seek(consumer, partitions);
      assignment.assigned(numbers(partitions));
      joined = true;
      LOG.infof("reading %d partitions of %s", partitions.size(), TOPIC);
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
      assignment.revoked(numbers(partitions));
    }

    private Set<Integer> numbers(Collection<TopicPartition> partitions) {
      return partitions.stream()
          .map(TopicPartition::partition)
          .collect(Collectors.toUnmodifiableSet());
    }
  }
}
