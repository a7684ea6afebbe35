package org.vigie.devkit.journey;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.vigie.devkit.client.ModelActivation;
import org.vigie.devkit.client.ServiceClient;
import org.vigie.devkit.deliver.Barriers;
import org.vigie.devkit.deliver.DeliveryPlan;
import org.vigie.devkit.deliver.StageBehindException;
import org.vigie.devkit.deliver.Uploader;
import org.vigie.devkit.installation.Installation;
import org.vigie.devkit.observe.Stages;
import org.vigie.devkit.platform.Cast;
import org.vigie.devkit.platform.NotReadyException;
import org.vigie.devkit.platform.Platform;
import org.vigie.schemas.Topic;
import org.vigie.schemas.TopicSerde;
import org.vigie.schemas.Topics;

/// The whole platform on real parts, started once for all journeys of a run and ended with it.
final class RunningPlatform implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final int PORTS = 20;

  // Clients log each partition that they seek: the journeys' own lines are enough.
  private static final Logger CLIENTS = Logger.getLogger("org.apache.kafka");

  static {
    CLIENTS.setLevel(Level.SEVERE);
  }

  private final Installation installation;
  private final Platform platform;
  private final Thread atExit;

  private RunningPlatform(Installation installation) {
    this.installation = installation;
    this.platform = new Platform(installation, line -> System.out.println("[platform] " + line));
    // An interrupted test leaves nothing behind.
    this.atExit = new Thread(platform::end, "stop-everything");
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  /// A platform of its own in a directory, its days closed by hand.
  static RunningPlatform start(Path data) {
    Path home = Path.of("..").toAbsolutePath().normalize();
    var running = new RunningPlatform(Installation.open(home, data, freePortBase()));
    try {
      running.platform.up("manual");
      new ModelActivation(running.as(Cast.OPERATOR), _ -> {}).activateNewest();
    } catch (NotReadyException | IOException e) {
      throw new IllegalStateException(e.getMessage() + "; its logs are in " + data, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return running;
  }

  Installation installation() {
    return installation;
  }

  Platform platform() {
    return platform;
  }

  ServiceClient as(String reader) {
    return new ServiceClient(installation, platform.secrets(), reader);
  }

  /// Brings files to their end, alerts included; the journals of the deliveries.
  List<JsonNode> ingest(Path... paths)
      throws IOException, InterruptedException, StageBehindException {
    var steps = new DeliveryPlan(true, null).of(List.of(paths));
    var journals = new Uploader(as(Cast.OPERATOR), _ -> {}).run(steps);
    awaitAlerts();
    return journals;
  }

  /// Kills a process as a crash would, and starts it again as the next `up` does.
  void killAndRestart(String process) throws IOException, InterruptedException, NotReadyException {
    ProcessHandle handle = platform.processes().handle(process).orElseThrow();
    handle.destroyForcibly();
    handle.onExit().join();
    platform.up("manual");
  }

  void closeDay(LocalDate day) throws IOException, InterruptedException {
    new Uploader(as(Cast.OPERATOR), _ -> {}).closeDay(day);
  }

  void awaitAlerts() throws IOException, InterruptedException, StageBehindException {
    var operator = as(Cast.OPERATOR);
    new Barriers(operator, new Stages(platform.kafka(), operator)).await(PATIENCE);
  }

  /// All records that stand committed on a topic, as a principal reads them.
  <V extends SpecificRecord> List<ConsumerRecord<String, V>> read(
      Topic<V> topic, Map<String, Object> principal) {
    return read(
        topic.name(), principal, TopicSerde.deserializer(topic, installation.registryUrl()));
  }

  <V> List<ConsumerRecord<String, V>> read(
      String topic, Map<String, Object> principal, Deserializer<V> values) {
    var settings = new HashMap<>(principal);
    settings.put("isolation.level", "read_committed");
    settings.put("enable.auto.commit", false);
    var records = new ArrayList<ConsumerRecord<String, V>>();
    try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), values)) {
      List<TopicPartition> partitions =
          IntStream.range(0, Topics.PARTITIONS)
              .mapToObj(partition -> new TopicPartition(topic, partition))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream()
          .anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
        consumer.poll(POLL).forEach(records::add);
      }
    }
    return records;
  }

  @Override
  public void close() throws IOException {
    try {
      platform.down();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      platform.end();
    }
    Runtime.getRuntime().removeShutdownHook(atExit);
  }

  private static int freePortBase() {
    return IntStream.iterate(23_000, base -> base + PORTS)
        .limit(500)
        .filter(RunningPlatform::free)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no range of free ports"));
  }

  private static boolean free(int base) {
    return IntStream.range(base, base + PORTS)
        .allMatch(
            port -> {
              try (var _ = new ServerSocket(port)) {
                return true;
              } catch (IOException inUse) {
                return false;
              }
            });
  }

  /// Gives journeys the platform that they share.
  static final class Shared implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == RunningPlatform.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return context
          .getRoot()
          .getStore(ExtensionContext.Namespace.GLOBAL)
          .computeIfAbsent(RunningPlatform.class, _ -> start(directory()), RunningPlatform.class);
    }

    // A new directory where anybody may enter the one above, as a user's home may be.
    private static Path directory() {
      try {
        Path home = Files.createTempDirectory("vigie-journeys");
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
        return home.resolve("copy");
      } catch (IOException e) {
        throw new UncheckedIOException("no directory for the journeys", e);
      }
    }
  }
}
