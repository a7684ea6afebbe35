package org.vigie.features.export;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.vigie.features.intake.LogReader;
import org.vigie.kit.kafka.LogClients;
import org.vigie.schemas.SourceRecord;
import org.vigie.schemas.Topics;

/// Replays source-events from its beginning to where it ends now, one partition after another: what
/// one holds is all that stands in memory.
@ApplicationScoped
class LogReplay {

  private static final Duration POLL = Duration.ofMillis(500);

  private final LogClients clients;
  private final LogReader reader;

  LogReplay(
      @Identifier("default-kafka-broker") Map<String, Object> broker,
      Deserializer<SourceRecord> records) {
    this.clients = new LogClients(broker);
    this.reader = new LogReader(records, Topics.PARTITIONS);
  }

  /// Hands over each partition when it has been read.
  void eachPartition(java.util.function.Consumer<PartitionReplay> taker) {
    try (var consumer = clients.consumer(new ByteArrayDeserializer(), Map.of())) {
      for (var info : consumer.partitionsFor(Topics.SOURCE_EVENTS.name())) {
        taker.accept(replay(consumer, new TopicPartition(info.topic(), info.partition())));
      }
    }
  }

  private PartitionReplay replay(Consumer<String, byte[]> consumer, TopicPartition partition) {
    var replay = new PartitionReplay();
    consumer.assign(List.of(partition));
    consumer.seekToBeginning(List.of(partition));
    var end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
    while (consumer.position(partition) < end) {
      for (var record : consumer.poll(POLL)) {
        // What cannot be read was rejected when the stream met it.
        if (reader.read(record.value(), partition.partition())
            instanceof LogReader.Readable(var readable)) {
          replay.take(readable);
        }
      }
    }
    return replay;
  }
}
