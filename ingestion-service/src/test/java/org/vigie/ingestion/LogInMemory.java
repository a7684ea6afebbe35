package org.vigie.ingestion;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.vigie.ingestion.publish.LogConnection;
import org.vigie.schemas.DeliveryPosition;
import org.vigie.schemas.Rejection;
import org.vigie.schemas.SourceRecord;
import org.vigie.schemas.Topics;

/// A log in memory, behind the producers and consumers that Kafka's own library has for tests. It
/// holds what was committed; the commit that [#failAtCommit] names fails, and so does its producer.
@Alternative
@Priority(1)
@ApplicationScoped
public class LogInMemory implements LogConnection {

  private static final Node NODE = new Node(0, "localhost", 9092);

  private final List<Log> producers = new CopyOnWriteArrayList<>();
  private final Map<String, Limit> limits = new ConcurrentHashMap<>();
  private int commitsToFailure = -1;
  private int commitsToLostAnswer = -1;
  private volatile boolean away;
  private volatile Instant positionsReadSince = Instant.MIN;
  private volatile CountDownLatch deliveriesMayPass = new CountDownLatch(0);
  private volatile CountDownLatch pushesMayPass = new CountDownLatch(0);

  /// Makes the n-th commit from now on fail, 0 being the next one.
  public void failAtCommit(int n) {
    commitsToFailure = n;
  }

  /// Makes the n-th commit from now on stand without its writer being told, 0 being the next one.
  public void loseAnswerOfCommit(int n) {
    commitsToLostAnswer = n;
  }

  /// What happens at each commit of a delivery after some.
  private static final class Limit {

    private final Throwable failure;
    private int commits;

    Limit(int commits, Throwable failure) {
      this.commits = commits;
      this.failure = failure;
    }
  }

  /// Makes every commit of a delivery fail after some, until it is mended.
  ///
  /// @param failure unchecked: an exception or an error
  public void failAfter(String delivery, int commits, Throwable failure) {
    limits.put(delivery, new Limit(commits, failure));
  }

  public void mend(String delivery) {
    limits.remove(delivery);
  }

  /// Keeps deliveries waiting at the log until the latch is counted down; pushes pass.
  public CountDownLatch holdDeliveries() {
    deliveriesMayPass = new CountDownLatch(1);
    return deliveriesMayPass;
  }

  /// Makes the log answer no push, or answer again.
  public void away(boolean isAway) {
    away = isAway;
  }

  /// Keeps pushes waiting for their commit until the latch is counted down; deliveries pass.
  public CountDownLatch holdPushes() {
    pushesMayPass = new CountDownLatch(1);
    return pushesMayPass;
  }

  @Override
  public Producer<String, SpecificRecord> producer(String transactionalId) {
    boolean ofPushes = transactionalId.contains("push");
    if (!ofPushes) {
      await(deliveriesMayPass);
    } else if (away) {
      throw new org.apache.kafka.common.errors.TimeoutException("the broker is away");
    }
    var producer = new Log(transactionalId.replace("ingestion-service-", ""), ofPushes);
    producers.add(producer);
    return producer;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the service stops", e);
    }
  }

  @Override
  public Consumer<String, DeliveryPosition> positions() {
    var topic = Topics.DELIVERY_POSITIONS.name();
    var partition = new TopicPartition(topic, 0);
    var committed = committed(topic).toList();
    var consumer = new Positions(committed.stream().map(ProducerRecord::timestamp).toList());
    consumer.updatePartitions(topic, List.of(info(topic, 0)));
    consumer.updateBeginningOffsets(Map.of(partition, 0L));
    consumer.updateEndOffsets(Map.of(partition, (long) committed.size()));
    consumer.schedulePollTask(
        () -> {
          for (int i = 0; i < committed.size(); i++) {
            var record = committed.get(i);
            consumer.addRecord(
                new ConsumerRecord<>(topic, 0, i, record.key(), (DeliveryPosition) record.value()));
          }
        });
    return consumer;
  }

  @Override
  public Map<TopicPartition, Long> positionEnds() {
    var topic = Topics.DELIVERY_POSITIONS.name();
    return Map.of(new TopicPartition(topic, 0), committed(topic).count());
  }

  /// Committed records of source-events, in the order in which they were written.
  public List<ProducerRecord<String, SpecificRecord>> events() {
    return committed(Topics.SOURCE_EVENTS.name()).toList();
  }

  public List<SourceRecord> sourceRecords() {
    return events().stream().map(record -> (SourceRecord) record.value()).toList();
  }

  public List<Rejection> rejections() {
    return committed(Topics.REJECTIONS.name()).map(r -> (Rejection) r.value()).toList();
  }

  public List<DeliveryPosition> deliveryPositions() {
    return committed(Topics.DELIVERY_POSITIONS.name())
        .map(record -> (DeliveryPosition) record.value())
        .toList();
  }

  private Stream<ProducerRecord<String, SpecificRecord>> committed(String topic) {
    return producers.stream()
        .flatMap(producer -> producer.history().stream())
        .filter(record -> record.topic().equals(topic));
  }

  @SuppressWarnings("unchecked") // an error goes by as it is
  private static <T extends Throwable> T unchecked(Throwable failure) throws T {
    throw (T) failure;
  }

  private static Cluster cluster() {
    var infos = new ArrayList<PartitionInfo>();
    for (var topic : List.of(Topics.SOURCE_EVENTS, Topics.REJECTIONS, Topics.DELIVERY_POSITIONS)) {
      IntStream.range(0, Topics.PARTITIONS).forEach(i -> infos.add(info(topic.name(), i)));
    }
    return new Cluster("test", List.of(NODE), infos, Set.of(), Set.of());
  }

  private static PartitionInfo info(String topic, int partition) {
    return new PartitionInfo(topic, partition, NODE, new Node[] {NODE}, new Node[] {NODE});
  }

  /// The instant from which delivery positions were read last.
  public Instant positionsReadSince() {
    return positionsReadSince;
  }

  /// Timestamps of the committed positions of a delivery, in milliseconds.
  public List<Long> positionTimestamps(String delivery) {
    return committed(Topics.DELIVERY_POSITIONS.name())
        .filter(record -> record.key().equals(delivery))
        .map(ProducerRecord::timestamp)
        .toList();
  }

  /// Finds the first position that is as late as is asked, as the broker does.
  private final class Positions extends MockConsumer<String, DeliveryPosition> {

    private final List<Long> timestamps;

    Positions(List<Long> timestamps) {
      super("earliest");
      this.timestamps = timestamps;
    }

    @Override
    public Map<TopicPartition, OffsetAndTimestamp> offsetsForTimes(
        Map<TopicPartition, Long> times) {
      var found = new HashMap<TopicPartition, OffsetAndTimestamp>();
      times.forEach((partition, time) -> found.put(partition, first(time)));
      return found;
    }

    @SuppressWarnings("NullAway") // Kafka says null where nothing is as late
    private OffsetAndTimestamp first(long time) {
      positionsReadSince = Instant.ofEpochMilli(time);
      for (int i = 0; i < timestamps.size(); i++) {
        if (timestamps.get(i) >= time) {
          return new OffsetAndTimestamp(i, timestamps.get(i));
        }
      }
      return null;
    }
  }

  private final class Log extends MockProducer<String, SpecificRecord> {

    private final String delivery;
    private final boolean ofPushes;

    Log(String delivery, boolean ofPushes) {
      super(cluster(), true, null, new StringSerializer(), (_, _) -> new byte[0]);
      this.delivery = delivery;
      this.ofPushes = ofPushes;
    }

    @Override
    public void commitTransaction() {
      if (ofPushes) {
        await(pushesMayPass);
      }
      var limit = limits.get(delivery);
      if (limit != null && limit.commits-- <= 0) {
        throw LogInMemory.<RuntimeException>unchecked(limit.failure);
      }
      if (commitsToFailure-- == 0 || (ofPushes && away)) {
        throw new org.apache.kafka.common.errors.TimeoutException("the broker is away");
      }
      super.commitTransaction();
      if (commitsToLostAnswer-- == 0) {
        throw new org.apache.kafka.common.errors.TimeoutException("no answer came");
      }
    }
  }
}
