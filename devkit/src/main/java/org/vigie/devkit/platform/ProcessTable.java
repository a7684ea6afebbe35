package org.vigie.devkit.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.vigie.devkit.installation.Installation;
import org.vigie.devkit.installation.PrivateFile;
import org.vigie.devkit.watch.RestartBook;

/// The processes of one installation, recorded on disk so that any later command finds them,
/// orphans of a killed launcher included.
public final class ProcessTable {

  // Kafka and the services need a few seconds to hand over and flush; beyond that they are stuck.
  private static final Duration GRACE = Duration.ofSeconds(20);

  private final Installation installation;
  private final Path records;
  private boolean closed;

  public ProcessTable(Installation installation) {
    this.installation = installation;
    this.records = installation.directory("run");
  }

  /// Starts a process in a session of its own, so that a Ctrl-C in the terminal reaches the
  /// launcher alone, which then ends it in order.
  public synchronized RunningProcess start(Launch launch) throws IOException {
    if (closed) {
      throw new IOException(launch.name() + " is not started: everything is being ended");
    }
    var command = new ArrayList<String>();
    command.add("setsid");
    command.addAll(launch.command());
    var builder = Child.of(command, launch.directory(), installation.log(launch.name()));
    // Native memory (RocksDB, ONNX Runtime, the JVM's own) otherwise scatters over one arena per
    // thread and is not given back.
    builder.environment().put("MALLOC_ARENA_MAX", "2");
    builder.environment().putAll(launch.environment());
    return record(launch.name(), builder.start().toHandle(), launch.port());
  }

  /// The file to which a process's log is written.
  Path log(String name) {
    return installation.log(name).file();
  }

  /// From now on nothing starts: who ends everything must not be overtaken by a start.
  synchronized void close() {
    closed = true;
  }

  synchronized boolean isClosed() {
    return closed;
  }

  /// Records a process that something else started.
  public RunningProcess record(String name, ProcessHandle handle, int port) throws IOException {
    long started = RunningProcess.startTicksOf(handle.pid());
    var process = new RunningProcess(name, handle.pid(), started, port);
    PrivateFile.write(
        records.resolve(name),
        "pid=%d\nstartTicks=%d\nport=%d\n".formatted(process.pid(), started, port));
    return process;
  }

  /// Every process recorded, alive or not, in order of start. Files with a dot in their names are
  /// what else is kept of a process.
  public List<RunningProcess> all() {
    try (Stream<Path> files = Files.list(records)) {
      return files
          .filter(file -> !file.getFileName().toString().contains("."))
          .flatMap(file -> read(file).stream())
          .sorted(Comparator.comparingLong(RunningProcess::startTicks))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + records, e);
    }
  }

  public List<RunningProcess> alive() {
    return all().stream().filter(process -> process.handle().isPresent()).toList();
  }

  /// The live process of that name.
  public Optional<ProcessHandle> handle(String name) {
    return all().stream()
        .filter(process -> process.name().equals(name))
        .findFirst()
        .flatMap(RunningProcess::handle);
  }

  /// Ends a process: asks, waits, and kills what does not listen. Ending what has ended does
  /// nothing.
  public void stop(RunningProcess process) {
    process.handle().ifPresent(handle -> end(process, handle));
    forget(process.name());
  }

  /// Ends the process of that name, if it runs.
  void stop(String name) {
    all().stream().filter(process -> process.name().equals(name)).forEach(this::stop);
  }

  private void forget(String name) {
    try {
      Files.deleteIfExists(records.resolve(name));
      Files.deleteIfExists(records.resolve(name + RestartBook.SUFFIX));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot forget " + name, e);
    }
  }

  private void end(RunningProcess process, ProcessHandle handle) {
    // What a supervisor started again is its child, and is ended in its own turn.
    List<Long> recorded = all().stream().map(RunningProcess::pid).toList();
    List<ProcessHandle> children =
        handle.children().filter(child -> !recorded.contains(child.pid())).toList();
    if (process.name().equals(Postgres.NAME)) {
      interrupt(handle);
    } else {
      handle.destroy();
    }
    if (!ended(handle)) {
      children.forEach(ProcessTable::killWithDescendants);
      handle.destroyForcibly();
      ended(handle);
    }
  }

  private static void killWithDescendants(ProcessHandle process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  // PostgreSQL takes SIGTERM as « wait for every client »; SIGINT is its fast, clean shutdown.
  private static void interrupt(ProcessHandle handle) {
    try {
      new ProcessBuilder("kill", "-INT", Long.toString(handle.pid())).start().waitFor();
    } catch (IOException e) {
      handle.destroy();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean ended(ProcessHandle handle) {
    CompletableFuture<ProcessHandle> exit = handle.onExit();
    try {
      exit.get(GRACE.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException | ExecutionException e) {
      return !handle.isAlive();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return !handle.isAlive();
    }
  }

  // Empty when another command has just ended it.
  private static Optional<RunningProcess> read(Path file) {
    var properties = new Properties();
    try (var reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (NoSuchFileException _) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
    return Optional.of(
        new RunningProcess(
            file.getFileName().toString(),
            Long.parseLong(properties.getProperty("pid")),
            Long.parseLong(properties.getProperty("startTicks")),
            Integer.parseInt(properties.getProperty("port"))));
  }
}
