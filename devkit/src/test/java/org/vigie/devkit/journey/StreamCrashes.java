package org.vigie.devkit.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;

/// Crashes of the two streams inside a transaction of which a part is on disk already: RocksDB has
/// flushed what the transaction wrote, and the broker has not committed it.
final class StreamCrashes implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final List<String> STREAMS = List.of("feature-service", "scoring-service");
  // Transactions that write far more than these buffers hold.
  private static final String TINY_BUFFERS =
      """
      kafka-streams.commit.interval.ms=150
      kafka-streams.rocksdb.write.bytes=65536
      kafka-streams.rocksdb.write.bytes.of.store=65536
      """;

  private final RunningPlatform platform;
  private final Admin admin;
  private final Map<String, Relaunch> relaunches = new HashMap<>();

  StreamCrashes(RunningPlatform platform) {
    this.platform = platform;
    this.admin = Admin.create(platform.platform().kafka().platform());
  }

  /// Ends both streams.
  void endBoth() throws IOException {
    for (String service : STREAMS) {
      relaunches.put(service, Relaunch.of(process(service)));
      kill(service);
    }
  }

  /// Starts a stream with its usual settings.
  void start(String service) throws IOException {
    Files.deleteIfExists(config(service).resolve("application.properties"));
    launch(service);
  }

  private void startWithTinyBuffers(String service) throws IOException {
    Files.createDirectories(config(service));
    Files.writeString(config(service).resolve("application.properties"), TINY_BUFFERS);
    launch(service);
  }

  // Where Quarkus looks for settings beside those in the jar.
  private Path config(String service) {
    return platform.installation().directory(service).resolve("config");
  }

  private void launch(String service) throws IOException {
    ProcessHandle started =
        Objects.requireNonNull(relaunches.get(service))
            .start(platform.installation().log(service).begin().toFile());
    platform.platform().processes().record(service, started, 0);
  }

  /// Starts a stream with tiny write buffers, waits until it has committed something and has then
  /// flushed, and kills it, until that has hit an open transaction so many times.
  void crashInsideTransactions(String service, int times) throws Exception {
    int inside = 0;
    for (int crash = 0; inside < times; crash++) {
      assertThat(crash)
          .as("crashes of %s, %d in a transaction", service, inside)
          .isLessThan(3 * times);
      long committed = committed(service);
      startWithTinyBuffers(service);
      awaitQuickly(() -> committed(service) > committed);
      Set<Path> before = tables(service);
      awaitQuickly(() -> !before.containsAll(tables(service)));
      kill(service);
      inside += hasOpenTransaction(service) ? 1 : 0;
    }
  }

  private ProcessHandle process(String service) {
    return platform.platform().processes().handle(service).orElseThrow();
  }

  private void kill(String service) {
    ProcessHandle handle = process(service);
    handle.destroyForcibly();
    handle.onExit().join();
  }

  /// A process's own command, environment and directory, to start it again as it was.
  private record Relaunch(List<String> command, Map<String, String> environment, File directory) {

    static Relaunch of(ProcessHandle process) throws IOException {
      Path proc = Path.of("/proc/" + process.pid());
      var environment =
          texts(proc.resolve("environ")).stream()
              .map(entry -> entry.split("=", 2))
              .collect(Collectors.toMap(entry -> entry[0], entry -> entry[1]));
      return new Relaunch(
          texts(proc.resolve("cmdline")), environment, proc.resolve("cwd").toRealPath().toFile());
    }

    private static List<String> texts(Path file) throws IOException {
      return List.of(Files.readString(file).split("\0"));
    }

    ProcessHandle start(File log) throws IOException {
      var builder =
          new ProcessBuilder(command)
              .directory(directory)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log));
      builder.environment().clear();
      builder.environment().putAll(environment);
      return builder.start().toHandle();
    }
  }

  private static void awaitQuickly(Callable<Boolean> condition) {
    await()
        .atMost(PATIENCE)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(1))
        .until(condition);
  }

  private long committed(String group) throws Exception {
    return admin
        .listConsumerGroupOffsets(group)
        .partitionsToOffsetAndMetadata()
        .get()
        .values()
        .stream()
        .mapToLong(OffsetAndMetadata::offset)
        .sum();
  }

  // Tables of RocksDB: a flush makes a new one, under a name that was not used before.
  private Set<Path> tables(String service) {
    Path state = platform.installation().directory(service);
    try (Stream<Path> files = Files.walk(state)) {
      return files.filter(file -> file.toString().endsWith(".sst")).collect(Collectors.toSet());
    } catch (IOException | UncheckedIOException vanishedMeanwhile) {
      return new HashSet<>();
    }
  }

  // The broker keeps the transaction of a producer that has died until it times out.
  private boolean hasOpenTransaction(String service) throws Exception {
    var open = new ListTransactionsOptions().filterStates(Set.of(TransactionState.ONGOING));
    return admin.listTransactions(open).all().get().stream()
        .anyMatch(transaction -> transaction.transactionalId().startsWith(service + "-"));
  }

  @Override
  public void close() {
    admin.close();
  }
}
