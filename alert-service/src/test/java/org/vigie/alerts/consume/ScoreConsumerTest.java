package org.vigie.alerts.consume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.Topics;

/// One turn after another, without a thread.
class ScoreConsumerTest {

  private static final TopicPartition PARTITION =
      new TopicPartition(Topics.COMPANY_SCORES.name(), 3);

  private final List<MockConsumer<String, byte[]>> opened = new ArrayList<>();
  private final Positions sink = new Positions();
  private final Assigned assigned = new Assigned();
  private final ScoreConsumer consumer =
      new ScoreConsumer(
          this::open,
          new ScoreReader(
              (_, _) -> {
                throw new AssertionError("no value is a record");
              }),
          sink,
          assigned);

  @Test
  void itReadsFromThePositionsOfTheSinkAndHandsItsPartitionsOn() {
    takePart(7);

    consumer.turn();

    assertThat(consumer.isReading()).isTrue();
    assertThat(assigned.partitions).containsExactly(3);
    assertThat(sink.moves).containsExactly(new ScoreBatch.Move(7, 8));
  }

  @Test
  void afterAFailureItStartsAfreshFromThePositions() {
    takePart(7);
    consumer.turn();
    opened.getLast().setPollException(new KafkaException("as a test has it"));

    assertThatThrownBy(consumer::turn).isInstanceOf(KafkaException.class);
    consumer.release();
    assertThat(consumer.isReading()).isFalse();
    assertThat(opened.getLast().closed()).isTrue();

    takePart(8);
    consumer.turn();
    assertThat(opened).hasSize(2);
    assertThat(sink.moves).containsExactly(new ScoreBatch.Move(7, 8), new ScoreBatch.Move(8, 9));
  }

  // What the group does at the next poll of the next consumer.
  private void takePart(long offset) {
    sink.position = offset;
    consumer.turn();
    var group = opened.getLast();
    group.schedulePollTask(
        () -> {
          group.rebalance(List.of(PARTITION));
          group.addRecord(
              new ConsumerRecord<>(PARTITION.topic(), PARTITION.partition(), offset, "k", null));
        });
  }

  private MockConsumer<String, byte[]> open() {
    var one = new MockConsumer<String, byte[]>("earliest");
    one.updateBeginningOffsets(Map.of(PARTITION, 0L));
    opened.add(one);
    return one;
  }

  private static final class Positions implements ScoreSink {

    private final List<ScoreBatch.Move> moves = new ArrayList<>();
    private long position;

    @Override
    public Map<Integer, Long> positions() {
      return Map.of(PARTITION.partition(), position);
    }

    @Override
    public boolean record(ScoreBatch batch) {
      moves.addAll(batch.moves().values());
      return true;
    }
  }

  private static final class Assigned implements AssignmentListener {

    private final Set<Integer> partitions = new HashSet<>();

    @Override
    public void assigned(Set<Integer> numbers) {
      partitions.addAll(numbers);
    }

    @Override
    public void revoked(Set<Integer> numbers) {
      partitions.removeAll(numbers);
    }
  }
}
