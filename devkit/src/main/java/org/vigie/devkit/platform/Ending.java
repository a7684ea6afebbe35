package org.vigie.devkit.platform;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/// Ends processes in the order in which they need each other.
final class Ending {

  private final ProcessTable processes;

  Ending(ProcessTable processes) {
    this.processes = processes;
  }

  /// The supervisor first, or it would start the others again; then the services, then the parts.
  void end(List<RunningProcess> running) {
    running.stream()
        .filter(process -> process.name().equals(SupervisorProcess.NAME))
        .forEach(processes::stop);
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
}
