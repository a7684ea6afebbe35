package org.vigie.devkit.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.vigie.devkit.observe.ProcessView;
import org.vigie.devkit.observe.Readiness.Check;
import org.vigie.devkit.observe.StageView;
import org.vigie.devkit.observe.Status;

/// A status as people read it: a line for each thing, and below it what is wrong with it.
final class StatusText {

  private final List<String> lines = new ArrayList<>();

  StatusText(Status status) {
    if (status.processes().isEmpty()) {
      lines.add("Vigie is not running.");
    }
    status.processes().forEach(this::add);
    status.stages().forEach(this::add);
    status.sources().forEach(this::addSource);
    status.unknown().forEach(unknown -> lines.add("not known: " + unknown));
  }

  private void add(ProcessView process) {
    lines.add(
        "%-18s %-11s %s%s%s"
            .formatted(
                process.name(),
                process.state(),
                numbers(process),
                since(process),
                restarts(process))
            .stripTrailing());
    if (process.trouble().reason() != null) {
      lines.add("    " + process.trouble().reason());
    }
    process.trouble().checks().stream()
        .filter(check -> process.state() != ProcessView.State.RUNNING || check.asksForPeople())
        .forEach(this::add);
    process.trouble().log().forEach(line -> lines.add("    | " + line));
  }

  private static String numbers(ProcessView process) {
    return process.state().isAlive()
        ? "pid %-8d %-10s %4d MB  "
            .formatted(
                process.pid(),
                process.port() == 0 ? "" : "port " + process.port(),
                process.residentBytes() / 1_000_000)
        : "";
  }

  private static String since(ProcessView process) {
    return process.since() == null ? "" : "since " + process.since();
  }

  private static String restarts(ProcessView process) {
    int restarts = process.restarted().restarts();
    return restarts == 0
        ? ""
        : ", restarted %d time%s, last %s"
            .formatted(restarts, restarts == 1 ? "" : "s", process.restarted().lastRestart());
  }

  private void add(Check check) {
    lines.add(
        "    %s %s%s"
            .formatted(
                check.name(), check.status(), check.data() == null ? "" : " " + check.data()));
  }

  private void add(StageView stage) {
    Long lag = stage.lag();
    if (lag == null) {
      lines.add("%-18s lag not known: %s".formatted(stage.name(), stage.problem()));
    } else {
      lines.add(
          lag == 0
              ? "%-18s up to date".formatted(stage.name())
              : "%-18s %,d records behind".formatted(stage.name(), lag));
    }
  }

  private void addSource(JsonNode source) {
    lines.add(
        "%-18s last delivery %s, last fact known at %s"
            .formatted(
                source.path("source").asText(),
                orNone(source.path("lastDelivery")),
                orNone(source.path("lastFact"))));
  }

  private static String orNone(JsonNode value) {
    return value.isNull() ? "none" : value.asText();
  }

  @Override
  public String toString() {
    return String.join("\n", lines);
  }
}
