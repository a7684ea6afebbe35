package org.vigie.devkit.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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
    var stages = running ? told("stages", this::stages) : List.<Stage>of();
    var sources = running ? told("sources", this::sources) : List.<JsonNode>of();
    var status = new LinkedHashMap<String, Object>();
    status.put("processes", processes);
    status.put("stages", stages);
    status.put("sources", sources);
    common.result(status, text(processes, stages, sources));
    return running ? ExitCode.DONE : ExitCode.NOT_RUNNING;
  }

  // A part that has ended must not hide what is known of the others.
  private <T> List<T> told(String what, Callable<List<T>> ask) throws InterruptedException {
    try {
      return ask.call();
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      parent.common.progress("%s: not known, %s".formatted(what, e.getMessage()));
      return List.of();
    }
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

  private static String text(
      List<ProcessView> processes, List<Stage> stages, List<JsonNode> sources) {
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
    for (Stage stage : stages) {
      lines.add(
          stage.lag() == 0
              ? "%-18s up to date".formatted(stage.name())
              : "%-18s %,d records behind".formatted(stage.name(), stage.lag()));
    }
    for (JsonNode source : sources) {
      lines.add(
          "%-18s last delivery %s, last fact known at %s"
              .formatted(
                  source.path("source").asText(),
                  orNone(source.path("lastDelivery")),
                  orNone(source.path("lastFact"))));
    }
    return String.join("\n", lines);
  }

  private static String orNone(JsonNode value) {
    return value.isNull() ? "none" : value.asText();
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
