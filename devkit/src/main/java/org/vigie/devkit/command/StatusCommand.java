package org.vigie.devkit.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.vigie.devkit.installation.Slot;
import org.vigie.devkit.observe.Memory;
import org.vigie.devkit.observe.Stage;
import org.vigie.devkit.observe.Stages;
import org.vigie.devkit.platform.RunningProcess;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "status",
    description = "Processes, how far each stage is behind, and when each source last spoke.")
final class StatusCommand implements Callable<Integer> {

  @ParentCommand VigieCommand parent = new VigieCommand();

  @Override
  public Integer call() throws Exception {
    var common = parent.common;
    List<RunningProcess> recorded = common.platform().processes().all();
    var processes = recorded.stream().map(ProcessView::of).toList();
    boolean running = recorded.stream().anyMatch(process -> process.handle().isPresent());
    var status = new LinkedHashMap<String, Object>();
    status.put("processes", processes);
    status.put("stages", running ? stages() : List.of());
    status.put("sources", running ? sources() : List.of());
    common.result(status, text(processes, status));
    return running ? ExitCode.DONE : ExitCode.NOT_RUNNING;
  }

  private List<Stage> stages() throws IOException, InterruptedException {
    var common = parent.common;
    return new Stages(common.platform().kafka(), common.operator()).all();
  }

  private List<JsonNode> sources() throws IOException, InterruptedException {
    var sources = new ArrayList<JsonNode>();
    parent.common.operator().get(Slot.INGESTION_SERVICE, "/sources").forEach(sources::add);
    return sources;
  }

  private static String text(List<ProcessView> processes, Map<String, Object> status) {
    if (processes.isEmpty()) {
      return "Vigie is not running.";
    }
    var lines = new ArrayList<String>();
    for (ProcessView process : processes) {
      lines.add(
          "%-18s %-8s pid %-8d port %-6d %4d MB"
              .formatted(
                  process.name(),
                  process.state(),
                  process.pid(),
                  process.port(),
                  process.residentBytes() / 1_000_000));
    }
    lines.add("behind: " + status.get("stages"));
    lines.add("sources: " + status.get("sources"));
    return String.join("\n", lines);
  }

  /// A process as status shows it.
  record ProcessView(String name, String state, long pid, int port, long residentBytes) {

    static ProcessView of(RunningProcess process) {
      return new ProcessView(
          process.name(),
          process.handle().isPresent() ? "running" : "ended",
          process.pid(),
          process.port(),
          process.handle().map(Memory::residentBytes).orElse(0L));
    }
  }
}
