package org.vigie.devkit.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.vigie.devkit.installation.Installation;
import org.vigie.devkit.installation.Secrets;

/// The whole platform of one installation: real parts and the four services, each its own process.
/// What depends on nothing starts at once; the rest as soon as what it needs is ready.
public final class Platform {

  // The platform, its logs and a simulated country with room to spare.
  public static final long DISK_BYTES_MIN = 2_000_000_000L;

  private final Installation installation;
  private final ProcessTable processes;
  private final Consumer<String> progress;
  private final Secrets secrets;
  private final KafkaAccess kafka;

  public Platform(Installation installation, Consumer<String> progress) {
    this.installation = installation;
    this.progress = progress;
    this.processes = new ProcessTable(installation);
    this.secrets = Secrets.of(installation);
    this.kafka = new KafkaAccess(installation, secrets);
  }

  /// Starts what is not running and waits until every process answers ready.
  ///
  /// @param clock `wall` or `manual`: who closes days
  /// @throws NotReadyException when one does not; what this call started is ended again
  public void up(String clock) throws NotReadyException, IOException, InterruptedException {
    requireDisk();
    installation.rememberClock(clock);
    List<RunningProcess> before = processes.alive();
    try {
      startAll(clock);
    } catch (NotReadyException | IOException | InterruptedException | RuntimeException e) {
      stop(processes.alive().stream().filter(process -> !before.contains(process)).toList());
      throw e;
    }
  }

  /// Ends every process of this installation, the services first.
  public void down() {
    stop(processes.alive());
  }

  /// Processes recorded, alive or not.
  public ProcessTable processes() {
    return processes;
  }

  /// Secrets of this installation.
  public Secrets secrets() {
    return secrets;
  }

  /// How principals reach the broker.
  public KafkaAccess kafka() {
    return kafka;
  }

  private void startAll(String clock) throws NotReadyException, IOException, InterruptedException {
    var starter = new Starter(processes, progress);
    var postgres = new Postgres(installation, secrets, processes);
    var registry = new Registry(installation, secrets, postgres);
    var administrations = Cast.administrations();
    var executor = Executors.newVirtualThreadPerTaskExecutor();
    try {
      var keycloak =
          submit(executor, () -> starter.start(new Keycloak(installation, secrets).launch()));
      var broker =
          submit(
              executor,
              () -> {
                starter.start(new KafkaBroker(installation, secrets, kafka).launch());
                new KafkaLayout(kafka).apply(administrations);
              });
      var tables =
          submit(
              executor,
              () -> {
                postgres.start(databases());
                progress.accept(Postgres.NAME + " ready");
                starter.start(registry.launch());
              });
      await(broker);
      await(tables);
      await(keycloak);
      registry.register(administrations);
      var services = new Services(installation, postgres, kafka, clock);
      List<Future<Void>> started = new ArrayList<>();
      for (Service service : Service.values()) {
        started.add(submit(executor, () -> starter.start(services.launch(service))));
      }
      for (Future<Void> service : started) {
        await(service);
      }
    } finally {
      // After a failure the other starts are given up; after a success nothing is left to end.
      executor.shutdownNow();
    }
  }

  private static List<String> databases() {
    var databases = new ArrayList<String>();
    databases.add(Registry.NAME);
    Arrays.stream(Service.values())
        .map(Service::database)
        .flatMap(Optional::stream)
        .forEach(databases::add);
    return databases;
  }

  private void stop(List<RunningProcess> running) {
    List<RunningProcess> services =
        running.stream().filter(process -> Service.ids().contains(process.name())).toList();
    services.parallelStream().forEach(processes::stop);
    // The database last: the registry and the services write to it until they end.
    var parts = new ArrayList<>(running);
    parts.removeAll(services);
    parts.sort(Collections.reverseOrder(Comparator.comparingLong(RunningProcess::startTicks)));
    parts.stream()
        .filter(process -> !process.name().equals(Postgres.NAME))
        .toList()
        .parallelStream()
        .forEach(processes::stop);
    parts.stream().filter(process -> process.name().equals(Postgres.NAME)).forEach(processes::stop);
  }

  private void requireDisk() throws IOException, NotReadyException {
    long free = Files.getFileStore(installation.data()).getUsableSpace();
    if (free < DISK_BYTES_MIN) {
      throw new NotReadyException(
          "disk",
          "%s has %d MB free and Vigie needs %d MB: make room, or name another --data"
              .formatted(installation.data(), free / 1_000_000, DISK_BYTES_MIN / 1_000_000));
    }
  }

  /// Work that starts a part.
  @FunctionalInterface
  private interface Step {
    void run() throws Exception;
  }

  private static Future<Void> submit(ExecutorService executor, Step step) {
    Callable<Void> call =
        () -> {
          step.run();
          return null;
        };
    return executor.submit(call);
  }

  private static void await(Future<Void> step)
      throws NotReadyException, IOException, InterruptedException {
    try {
      step.get();
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case NotReadyException notReady -> throw notReady;
        case IOException io -> throw io;
        case null, default -> throw new CompletionException(e.getCause());
      }
    }
  }
}
