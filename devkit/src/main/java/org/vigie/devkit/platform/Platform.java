package org.vigie.devkit.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.vigie.devkit.installation.Installation;
import org.vigie.devkit.installation.Secrets;

/// The whole platform of one installation: real parts and the four services, each its own process.
public final class Platform {

  // The platform, its logs and a simulated country with room to spare.
  public static final long DISK_BYTES_MIN = 2_000_000_000L;

  private final Installation installation;
  private final ProcessTable processes;
  private final Consumer<String> progress;
  private final Secrets secrets;
  private final KafkaAccess kafka;
  private final Postgres postgres;
  private final Parts parts;

  public Platform(Installation installation, Consumer<String> progress) {
    this.installation = installation;
    this.progress = progress;
    this.processes = new ProcessTable(installation);
    this.secrets = Secrets.of(installation);
    this.kafka = new KafkaAccess(installation, secrets);
    this.postgres = new Postgres(installation, secrets, processes);
    this.parts = new Parts(installation, secrets, kafka, postgres);
  }

  /// Starts what is not running, within the usual time.
  ///
  /// @param clock `wall` or `manual`: who closes days
  public void up(String clock) throws NotReadyException, IOException, InterruptedException {
    up(StartRequest.usual(clock));
  }

  /// Starts what is not running and waits until every process answers ready; does nothing when all
  /// are. What is ready stays when it fails, and the next start goes on from there. When Ctrl-C
  /// interrupts it, what this call started is ended again.
  ///
  /// @throws NotReadyException naming the process that is not ready
  /// @throws IllegalArgumentException when a copy is running otherwise than asked for
  public void up(StartRequest request) throws NotReadyException, IOException, InterruptedException {
    requireDisk();
    try (var _ = Turn.take(installation, progress)) {
      List<RunningProcess> before = processes.alive();
      if (!before.isEmpty()) {
        requireSame(request.clock());
      }
      if (allReady()) {
        return;
      }
      installation.rememberClock(request.clock());
      installation.rememberPortBase();
      var undo = new Thread(() -> endAllBut(before), "end-what-was-started");
      Runtime.getRuntime().addShutdownHook(undo);
      try {
        var starter = new Starter(processes, progress, request.timeout());
        new Startup(parts, postgres, kafka, starter).run();
      } finally {
        forget(undo);
      }
    }
  }

  private boolean allReady() throws IOException, InterruptedException {
    for (String name : Parts.names()) {
      if (processes.handle(name).isEmpty() || !Starter.ready(parts.launch(name).probe())) {
        return false;
      }
    }
    return true;
  }

  /// Ends every process of this installation, the services first.
  public void down() throws IOException, InterruptedException {
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
}
