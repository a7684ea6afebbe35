package org.vigie.features;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.vigie.features.facts.FactVersion;
import org.vigie.features.facts.Retention;
import org.vigie.features.state.CompanyLocks;
import org.vigie.features.state.StateStores;
import org.vigie.features.state.records.CompanyStanding;
import org.vigie.features.stream.Pace;
import org.vigie.features.stream.Refusals;
import org.vigie.schemas.AvroBinary;
import org.vigie.schemas.Barrier;
import org.vigie.schemas.CompanyFeatures;
import org.vigie.schemas.CompanyScore;
import org.vigie.schemas.DayClosed;
import org.vigie.schemas.FeatureRecord;
import org.vigie.schemas.ModelActivated;
import org.vigie.schemas.Rejection;
import org.vigie.schemas.ScoreRecord;
import org.vigie.schemas.SourceRecord;
import org.vigie.schemas.Topics;

/// The topology on one partition, without a broker: Avro with an empty header instead of a
/// registry's id.
public final class TopologyUnderTest implements AutoCloseable {

  private static final int HEADER_BYTES = 5;

  private final AvroBinary<SourceRecord> records = new AvroBinary<>(SourceRecord.class);
  private final CompanyLocks locks = new CompanyLocks();
  private final TopologyTestDriver driver;
  private final TestInputTopic<String, byte[]> log;
  private final TestInputTopic<String, ScoreRecord> scores;
  private final TestOutputTopic<String, FeatureRecord> features;
  private final TestOutputTopic<String, Rejection> rejections;

  public TopologyUnderTest(Path directory) {
    this(directory, Pace.USUAL);
  }

  public TopologyUnderTest(Path directory, Pace pace) {
    this(directory, pace, 1, sourceRecords());
  }

  /// @param partitions of source-events, of which this is the first
  public TopologyUnderTest(
      Path directory, Pace pace, int partitions, Deserializer<SourceRecord> sourceRecords) {
    var topology =
        new FeatureTopology(
                sourceRecords,
                serializer(FeatureRecord.class),
                serializer(Rejection.class),
                new Retention(120),
                pace,
                partitions,
                locks)
            .build();
    var properties = new Properties();
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "feature-service");
    properties.put(StreamsConfig.STATE_DIR_CONFIG, directory.toString());
    this.driver = new TopologyTestDriver(topology, properties, Instant.EPOCH);
    this.log =
        driver.createInputTopic(
            Topics.SOURCE_EVENTS.name(), new StringSerializer(), new ByteArraySerializer());
    this.scores =
        driver.createInputTopic(Topics.COMPANY_SCORES.name(), new StringSerializer(), scores());
    this.features =
        driver.createOutputTopic(
            Topics.COMPANY_FEATURES.name(),
            new StringDeserializer(),
            deserializer(FeatureRecord.class));
    this.rejections =
        driver.createOutputTopic(
            Topics.REJECTIONS.name(), new StringDeserializer(), deserializer(Rejection.class));
  }

  public void send(SourceRecord record) {
    sendBytes(withHeader(records.write(record)));
  }

  public void sendBytes(byte[] bytes) {
    log.pipeInput("key", bytes);
  }

  /// A score as scoring-service publishes it.
  public void score(CompanyScore score) {
    scores.pipeInput(score.getSiren(), new ScoreRecord(score));
  }

  public void closeDay(String day) {
    send(LogBuilder.control(new DayClosed(LocalDate.parse(day))));
  }

  public void barrier(String id) {
    send(LogBuilder.control(new Barrier(id)));
  }

  public void activate(String model) {
    send(LogBuilder.control(new ModelActivated(model)));
  }

  /// Lets slices of companies follow a closed day.
  public void letSlicesRun(int slices) {
    for (var i = 0; i < slices; i++) {
      driver.advanceWallClockTime(Duration.ofMillis(20));
    }
  }

  /// What was published since the last look, in order: vectors and control records.
  public List<Object> published() {
    return features.readValuesToList().stream().map(FeatureRecord::getBody).toList();
  }

  public List<KeyValue<String, FeatureRecord>> publishedRecords() {
    return features.readKeyValuesToList();
  }

  /// The vectors published since the last look, in order.
  public List<CompanyFeatures> vectors() {
    return published().stream()
        .filter(CompanyFeatures.class::isInstance)
        .map(CompanyFeatures.class::cast)
        .toList();
  }

  /// How many refusals were counted.
  public double refused() {
    return driver.metrics().entrySet().stream()
        .filter(metric -> metric.getKey().name().equals(Refusals.REFUSED + "-total"))
        .mapToDouble(metric -> (double) metric.getValue().metricValue())
        .sum();
  }

  public List<Rejection> rejections() {
    return rejections.readValuesToList();
  }

  /// Everything that the stores hold of facts and companies, and of the days on which these are
  /// due.
  public TreeMap<String, Object> state() {
    var state = new TreeMap<String, Object>();
    try (var all = driver.<String, FactVersion>getKeyValueStore(StateStores.FACTS).all()) {
      all.forEachRemaining(entry -> state.put(entry.key, entry.value));
    }
    try (var all = driver.<String, CompanyStanding>getKeyValueStore(StateStores.COMPANIES).all()) {
      all.forEachRemaining(entry -> state.put(entry.key, entry.value));
    }
    try (var all = driver.<String, String>getKeyValueStore(StateStores.DUE_DAYS).all()) {
      all.forEachRemaining(entry -> state.put("due " + entry.key, entry.value));
    }
    return state;
  }

  /// A store as it stands.
  public <V> ReadOnlyKeyValueStore<String, V> store(String name) {
    return driver.getKeyValueStore(name);
  }

  /// Those under which its companies change.
  public CompanyLocks locks() {
    return locks;
  }

  @Override
  public void close() {
    driver.close();
  }

  /// Reads what stands behind the header.
  public static Deserializer<SourceRecord> sourceRecords() {
    return behindHeader(SourceRecord.class);
  }

  /// Reads what stands behind the header.
  public static <V extends SpecificRecord> Deserializer<V> behindHeader(Class<V> type) {
    var binary = new AvroBinary<>(type);
    return (_, bytes) -> binary.read(Arrays.copyOfRange(bytes, HEADER_BYTES, bytes.length));
  }

  private static Serializer<ScoreRecord> scores() {
    var binary = new AvroBinary<>(ScoreRecord.class);
    return (_, score) -> withHeader(binary.write(score));
  }

  private static byte[] withHeader(byte[] body) {
    return ByteBuffer.allocate(HEADER_BYTES + body.length).position(HEADER_BYTES).put(body).array();
  }

  private static <V extends SpecificRecord> Serializer<V> serializer(Class<V> type) {
    return AvroBinary.serde(type).serializer();
  }

  private static <V extends SpecificRecord> Deserializer<V> deserializer(Class<V> type) {
    return AvroBinary.serde(type).deserializer();
  }
}
