package org.vigie.ingestion.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.DeliveryPosition;
import org.vigie.schemas.Topics;

class PositionsTest {

  private static final String TOPIC = Topics.DELIVERY_POSITIONS.name();
  private static final Instant SINCE = Instant.parse("2026-08-10T00:00:00Z");
  private static final long SEEN = 40;

  private final LateReader reader = new LateReader();

  @Test
  void areReadFromTheInstantOfTheFirstOfThem() {
    var found = Positions.of(Set.of("d1", "d2"), SINCE, new ReadOnly(reader));

    assertThat(reader.asked).containsOnly(SINCE.toEpochMilli());
    assertThat(found).containsOnly(Map.entry("d1", new DeliveryPosition("d1", 7, 0, true)));
  }

  @Test
  void whatIsCommittedBehindAnOpenTransactionIsWaitedFor() {
    var found = Positions.of(Set.of("d3", "d4"), SINCE, new ReadOnly(reader));

    assertThat(found).containsOnlyKeys("d3", "d4");
  }

  /// What can be read ends where another writer's transaction is open; it ends after the first
  /// poll.
  ///
  /// Partition 0 holds records that are too old before the offset `SEEN`; all of partition 1 is.
  private static final class LateReader extends MockConsumer<String, DeliveryPosition> {

    private static final TopicPartition WITH_NEW = new TopicPartition(TOPIC, 0);
    private static final TopicPartition WITHOUT = new TopicPartition(TOPIC, 1);

    private List<Long> asked = List.of();

    LateReader() {
      super("none");
      updatePartitions(TOPIC, List.of(info(0), info(1)));
      updateBeginningOffsets(Map.of(WITH_NEW, 0L, WITHOUT, 0L));
      updateEndOffsets(Map.of(WITH_NEW, SEEN + 1, WITHOUT, SEEN));
      schedulePollTask(
          () -> {
            add(WITH_NEW, SEEN - 1, "d2");
            add(WITH_NEW, SEEN, "d1");
          });
      schedulePollTask(
          () -> {
            add(WITH_NEW, SEEN + 1, "d3");
            add(WITHOUT, SEEN, "d4");
          });
    }

    private void add(TopicPartition partition, long offset, String delivery) {
      addRecord(
          new ConsumerRecord<>(
              partition.topic(),
              partition.partition(),
              offset,
              delivery,
              new DeliveryPosition(delivery, 7, 0, true)));
    }

    @Override
    @SuppressWarnings("NullAway") // Kafka says null where nothing is as late
    public Map<TopicPartition, OffsetAndTimestamp> offsetsForTimes(
        Map<TopicPartition, Long> times) {
      asked = List.copyOf(times.values());
      var offsets = new HashMap<TopicPartition, OffsetAndTimestamp>();
      offsets.put(WITH_NEW, new OffsetAndTimestamp(SEEN, 0));
      offsets.put(WITHOUT, null);
      return offsets;
    }

    private static PartitionInfo info(int partition) {
      return new PartitionInfo(TOPIC, partition, Node.noNode(), new Node[0], new Node[0]);
    }
  }

  private record ReadOnly(LateReader reader) implements LogConnection {

    @Override
    public Consumer<String, DeliveryPosition> positions() {
      return reader;
    }

    @Override
    public Map<TopicPartition, Long> positionEnds() {
      return Map.of(LateReader.WITH_NEW, SEEN + 2, LateReader.WITHOUT, SEEN + 1);
    }

    @Override
    public Producer<String, SpecificRecord> producer(String transactionalId) {
      throw new AssertionError("nothing is written");
    }
  }
}
