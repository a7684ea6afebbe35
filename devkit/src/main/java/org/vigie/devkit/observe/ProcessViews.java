package org.vigie.devkit.observe;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vigie.devkit.installation.Installation;
import org.vigie.devkit.observe.ProcessView.Restarted;
import org.vigie.devkit.observe.ProcessView.State;
import org.vigie.devkit.observe.ProcessView.Trouble;
import org.vigie.devkit.platform.Platform;
import org.vigie.devkit.platform.RunningProcess;
import org.vigie.devkit.watch.RestartBook;
import org.vigie.devkit.watch.Restarts;

/// Looks at every process that a copy needs.
public final class ProcessViews {

  // What a process says last, without the stack below it.
  private static final int LOG_LINES = 10;

  private final Installation installation;
  private final Platform platform;
  private final RestartBook book;

  public ProcessViews(Installation installation, Platform platform) {
    this.installation = installation;
    this.platform = platform;
    this.book = new RestartBook(installation);
  }

  /// All of them, what others need first; nothing when the copy was never started or was ended.
  public List<ProcessView> all() throws IOException, InterruptedException {
    List<RunningProcess> recorded = platform.processes().all();
    var views = new ArrayList<ProcessView>();
    if (!recorded.isEmpty()) {
      for (String name : platform.names()) {
        Optional<RunningProcess> process =
            recorded.stream().filter(one -> one.name().equals(name)).findFirst();
        views.add(process.isPresent() ? view(process.get()) : notStarted(name));
      }
    }
    return views;
  }

  private ProcessView view(RunningProcess process) throws IOException, InterruptedException {
    Restarts restarts = book.read(process.name());
    Optional<ProcessHandle> alive = process.handle();
    return alive.isPresent() ? alive(process, alive.get(), restarts) : ended(process, restarts);
  }

  private ProcessView alive(RunningProcess process, ProcessHandle handle, Restarts restarts)
      throws InterruptedException {
    Optional<Readiness> readiness = readiness(process.name());
    boolean ready = readiness.map(Readiness::ready).orElse(true);
    return new ProcessView(
        process.name(),
        ready ? State.RUNNING : State.NOT_READY,
        process.pid(),
        process.port(),
        Memory.residentBytes(handle, recorded()),
        handle.info().startInstant().map(ProcessView::shown).orElse(null),
        restarted(restarts),
        new Trouble(
            readiness.map(Readiness::problem).orElse(null),
            readiness.map(Readiness::checks).orElse(List.of()),
            List.of()));
  }

  private Set<Long> recorded() {
    return platform.processes().alive().stream()
        .map(RunningProcess::pid)
        .collect(Collectors.toSet());
  }

  private Optional<Readiness> readiness(String process) throws InterruptedException {
    var slot = Platform.slotOfService(process);
    return slot.isEmpty()
        ? Optional.empty()
        : Optional.of(Readiness.ask(installation.url(slot.get())));
  }

  private ProcessView ended(RunningProcess process, Restarts restarts) throws IOException {
    String failure = restarts.failure();
    return new ProcessView(
        process.name(),
        failure == null ? State.ENDED : State.FAILED,
        process.pid(),
        process.port(),
        0,
        shown(restarts.endedAt()),
        restarted(restarts),
        new Trouble(
            failure,
            List.of(),
            failure == null ? List.of() : installation.log(process.name()).tail(LOG_LINES)));
  }

  private static ProcessView notStarted(String name) {
    return new ProcessView(
        name,
        State.NOT_STARTED,
        0,
        0,
        0,
        null,
        new Restarted(0, null),
        new Trouble(null, List.of(), List.of()));
  }

  private static Restarted restarted(Restarts restarts) {
    return new Restarted(
        restarts.count(),
        restarts.recent().isEmpty() ? null : ProcessView.shown(restarts.recent().getLast()));
  }

  private static @Nullable String shown(@Nullable Instant moment) {
    return moment == null ? null : ProcessView.shown(moment);
  }
}
