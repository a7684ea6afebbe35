package org.vigie.devkit.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.vigie.devkit.installation.Installation;
import org.vigie.devkit.installation.Secrets;

/// The whole platform of one installation: real parts and the four services, each its own process.
/// What depends on nothing starts at once; the rest as soon as what it needs is ready.
public final class Platform {

  // The platform, its logs and a simulated country with room to spare.
  public static final long DISK_BYTES_MIN = 2_000_000_000L;

  // A start that is given up ends at its next look; the database's ends with the server's start.
  private static final Duration GIVE_UP = Duration.ofSeconds(15);

  private final Installation installation;
  private final ProcessTable processes;
  private final Consumer<String> progress;
  private final Secrets secrets;
  private final KafkaAccess kafka;
  private final Postgres postgres;

  public Platform(Installation installation, Consumer<String> progress) {
    this.installation = installation;
    this.progress = progress;
    this.processes = new ProcessTable(installation);
    this.secrets = Secrets.of(installation);
    this.kafka = new KafkaAccess(installation, secrets);
    this.postgres = new Postgres(installation, secrets, processes);
  }

  /// Starts what is not running and waits until every process answers ready. When it fails, or is
  /// interrupted by Ctrl-C, what this call started is ended again.
  ///
  /// @param clock `wall` or `manual`: who closes days
  /// @throws NotReadyException naming the process that is not ready
  /// @throws IllegalArgumentException when a copy is running otherwise than asked for
  public void up(String clock) throws NotReadyException, IOException, InterruptedException {
    requireDisk();
    try (var _ = Turn.take(installation, progress)) {
      List<RunningProcess> before = processes.alive();
      if (!before.isEmpty()) {
        requireSame(clock);
      }
      installation.rememberClock(clock);
      installation.rememberPortBase();
      var undo = new Thread(() -> endAllBut(before), "end-what-was-started");
      Runtime.getRuntime().addShutdownHook(undo);
      try {
        startAll(clock);
      } catch (NotReadyException | IOException | InterruptedException | RuntimeException e) {
        stop(processes.alive().stream().filter(process -> !before.contains(process)).toList());
        throw e;
      } finally {
        forget(undo);
      }
    }
  }

  /// Ends every process of this installation, the services first.
  public void down() throws IOException {
    try (var _ = Turn.take(installation, progress)) {
      stop(processes.alive());
    }
  }

  /// Ends every process at once, whatever another thread is starting: for the end of a program.
  public void end() {
    endAllBut(List.of());
  }

  private void endAllBut(List<RunningProcess> others) {
    processes.close();
    stop(processes.alive().stream().filter(process -> !others.contains(process)).toList());
  }

  private static void forget(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException _) {
      // The program is ending, and the hook does its work.
    }
  }

  private void requireSame(String clock) {
    if (!installation.clock().equals(clock)) {
      throw new IllegalArgumentException(
          "--clock %s: the copy running on %s has the clock %s; end it first with ./vigie down"
              .formatted(clock, installation.data(), installation.clock()));
    }
    int remembered = Installation.open(installation.home(), installation.data(), 0).portBase();
    if (remembered != installation.portBase()) {
      throw new IllegalArgumentException(
          "--port-base %d: the copy running on %s has %d; end it first with ./vigie down"
              .formatted(installation.portBase(), installation.data(), remembered));
    }
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
    var registry = new Registry(installation, secrets, postgres);
    var administrations = Cast.administrations();
    var services = new Services(installation, postgres, kafka, clock);
    var executor = Executors.newVirtualThreadPerTaskExecutor();
    try {
      all(
          executor,
          () -> starter.start(new Keycloak(installation, secrets).launch()),
          () -> {
            starter.start(new KafkaBroker(installation, secrets, kafka).launch());
            new KafkaLayout(kafka).apply(administrations);
          },
          () -> {
            starter.start(postgres.launch());
            postgres.create(databases());
            starter.start(registry.launch());
          });
      registry.register(administrations);
      all(
          executor,
          Arrays.stream(Service.values())
              .map(service -> (Step) () -> starter.start(services.launch(service)))
              .toArray(Step[]::new));
    } finally {
      // After a failure the other starts are given up, and none may go on behind the end of all;
      // after a success nothing is left to give up.
      executor.shutdownNow();
      executor.awaitTermination(GIVE_UP.toMillis(), TimeUnit.MILLISECONDS);
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
          "%s has %d MB free and Vigie needs %d MB: make room, or name another --data"
              .formatted(installation.data(), free / 1_000_000, DISK_BYTES_MIN / 1_000_000));
    }
  }

  /// Work that starts a part.
  @FunctionalInterface
  private interface Step {
    void run() throws Exception;
  }

  /// Takes all steps at once and waits for the last, or for the first that fails.
  private static void all(ExecutorService executor, Step... steps)
      throws NotReadyException, IOException, InterruptedException {
    var running = new ExecutorCompletionService<@Nullable Void>(executor);
    for (Step step : steps) {
      running.submit(
          () -> {
            step.run();
            return null;
          });
    }
    for (int i = 0; i < steps.length; i++) {
      require(running.take());
    }
  }

  private static void require(Future<@Nullable Void> done)
      throws NotReadyException, IOException, InterruptedException {
    try {
      done.get();
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case NotReadyException notReady -> throw notReady;
        case IOException io -> throw io;
        case null, default -> throw new CompletionException(e.getCause());
      }
    }
  }
}
