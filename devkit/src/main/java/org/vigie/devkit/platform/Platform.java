package org.vigie.devkit.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.vigie.devkit.installation.EphemeralPorts;
import org.vigie.devkit.installation.Installation;
import org.vigie.devkit.installation.Secrets;
import org.vigie.devkit.installation.Slot;
import org.vigie.devkit.watch.Supervised;

/// The whole platform of one installation: real parts and the four services, each its own process.
public final class Platform implements Supervised {

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

  /// Starts what is not running, within the usual time, and leaves no supervisor behind.
  ///
  /// @param clock `wall` or `manual`: who closes days
  public void up(String clock) throws NotReadyException, IOException, InterruptedException {
    up(StartRequest.unsupervised(clock));
  }

  /// Starts what is not running and waits until every process answers ready; does nothing when all
  /// are. What is ready stays when it fails, and the next start goes on from there. When Ctrl-C
  /// interrupts it, what this call started is ended again.
  ///
  /// @throws NotReadyException naming the process that is not ready
  /// @throws IllegalArgumentException when a copy is running otherwise than asked for
  public void up(StartRequest request) throws NotReadyException, IOException, InterruptedException {
    requireDisk();
    EphemeralPorts.ofThisMachine()
        .flatMap(ports -> ports.warning(installation))
        .ifPresent(progress);
    try (var _ = Turn.take(installation, progress)) {
      List<RunningProcess> before = processes.alive();
      if (!before.isEmpty()) {
        requireSame(request.clock());
      }
      if (allReady()) {
        leaveBehind(request);
        return;
      }
      // What has ended is started now by somebody who knows: its restarts are of the past.
      forget(ended());
      installation.rememberClock(request.clock());
      installation.rememberPortBase();
      var undo = new Thread(() -> endAllBut(before), "end-what-was-started");
      Runtime.getRuntime().addShutdownHook(undo);
      try {
        var starter = new Starter(processes, progress, request.timeout());
        new Startup(parts, postgres, kafka, starter).run();
        leaveBehind(request);
      } finally {
        forget(undo);
      }
    }
  }

  private void leaveBehind(StartRequest request) throws IOException {
    if (request.supervised() && processes.handle(SupervisorProcess.NAME).isEmpty()) {
      processes.start(SupervisorProcess.launch(installation));
    }
  }

  private void forget(List<String> names) {
    names.forEach(processes::stop);
  }

  private boolean allReady() throws IOException, InterruptedException {
    for (String name : Parts.names()) {
      if (processes.handle(name).isEmpty() || !Starter.ready(parts.launch(name).probe())) {
        return false;
      }
    }
    return true;
  }

  /// Names of the processes that were started and have ended; what others need comes first.
  @Override
  public List<String> ended() {
    if (processes.isClosed()) {
      // Everything is being ended, by this very program.
      return List.of();
    }
    List<String> ended =
        processes.all().stream()
            .filter(process -> process.handle().isEmpty())
            .map(RunningProcess::name)
            .toList();
    return Parts.names().stream().filter(ended::contains).toList();
  }

  /// Starts one process again and does not wait for it.
  ///
  /// @throws NotReadyException when something else holds a port of it
  @Override
  public void startAgain(String name) throws NotReadyException, IOException, InterruptedException {
    Launch launch = parts.launch(name);
    Starter.requireFree(name, launch.ports());
    processes.start(launch);
  }

  /// Starts again what ends by itself, from within this program: for one that stays in front.
  public void watch() {
    Thread.ofVirtual().name("watch").start(() -> new Watch(this, progress).runWhile(() -> true));
  }

  /// Names of all processes that a copy needs, what others need first, and of what else runs of it.
  public List<String> names() {
    var names = new ArrayList<>(Parts.names());
    processes.all().stream()
        .map(RunningProcess::name)
        .filter(name -> !names.contains(name))
        .forEach(names::add);
    return names;
  }

  /// Where a service answers; empty for what is none of our services.
  public static Optional<Slot> slotOfService(String name) {
    return Arrays.stream(Service.values())
        .filter(service -> service.id().equals(name))
        .map(Service::slot)
        .findFirst();
  }

  /// Ends every process of this installation, the services first.
  public void down() throws IOException, InterruptedException {
    // Before the turn, which it may have.
    processes.stop(SupervisorProcess.NAME);
    try (var _ = Turn.take(installation, progress)) {
      new Ending(processes).end(processes.all());
    }
  }

  /// Ends every process at once, whatever another thread is starting: for the end of a program.
  public void end() {
    endAllBut(List.of());
  }

  private void endAllBut(List<RunningProcess> others) {
    processes.close();
    new Ending(processes)
        .end(processes.alive().stream().filter(process -> !others.contains(process)).toList());
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
    requireSamePorts();
  }

  /// @throws IllegalArgumentException when a copy is running on other ports than asked for
  public void requireSamePorts() {
    int remembered = Installation.open(installation.home(), installation.data(), 0).portBase();
    if (remembered != installation.portBase() && !processes.alive().isEmpty()) {
      throw new IllegalArgumentException(
          "--port-base %d: the copy running on %s has %d; leave it out, or end the copy first with ./vigie down"
              .formatted(installation.portBase(), installation.data(), remembered));
    }
  }

  Installation installation() {
    return installation;
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

  private void requireDisk() throws IOException, NotReadyException {
    long free = Files.getFileStore(installation.data()).getUsableSpace();
    if (free < DISK_BYTES_MIN) {
      throw new NotReadyException(
          "%s has %d MB free and Vigie needs %d MB: make room, or name another --data"
              .formatted(installation.data(), free / 1_000_000, DISK_BYTES_MIN / 1_000_000));
    }
  }
}
