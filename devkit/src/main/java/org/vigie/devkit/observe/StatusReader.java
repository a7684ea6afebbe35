package org.vigie.devkit.observe;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.vigie.devkit.client.ServiceClient;
import org.vigie.devkit.installation.Slot;

/// Asks each process for its part of the status. One that is not running is not asked, and hides
/// nothing of what the others know.
public final class StatusReader {

  // What needs longer for an answer is stuck, and status is asked to find that out.
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final String BROKER = "kafka";
  private static final String TOKENS = "keycloak";
  private static final String INGESTION = "ingestion-service";

  private final List<ProcessView> processes;
  private final Stages stages;
  private final ServiceClient services;

  public StatusReader(List<ProcessView> processes, Stages stages, ServiceClient services) {
    this.processes = processes;
    this.stages = stages;
    this.services = services;
  }

  public Status read() throws InterruptedException {
    if (processes.stream().noneMatch(process -> process.state().isAlive())) {
      return new Status(processes, List.of(), List.of(), List.of());
    }
    // Not closed: that would wait for what is given up.
    var executor = Executors.newVirtualThreadPerTaskExecutor();
    var read = new ArrayList<StageView>();
    for (String stage : Stages.NAMES) {
      read.add(stage(executor, stage));
    }
    Answer<List<JsonNode>> sources = ask(executor, List.of(INGESTION, TOKENS), this::sources);
    return switch (sources) {
      case Answer.Told(List<JsonNode> told) -> new Status(processes, read, told, List.of());
      case Answer.Unknown<List<JsonNode>>(String why) ->
          new Status(processes, read, List.of(), List.of("sources: " + why));
    };
  }

  private StageView stage(ExecutorService executor, String stage) throws InterruptedException {
    var needed =
        Stages.KEEPS_ITS_POSITIONS.equals(stage) ? List.of(BROKER, stage, TOKENS) : List.of(BROKER);
    return switch (ask(executor, needed, () -> stages.lag(stage))) {
      case Answer.Told(Long lag) -> new StageView(stage, lag, null);
      case Answer.Unknown<Long>(String why) -> new StageView(stage, null, why);
    };
  }

  private List<JsonNode> sources() throws Exception {
    var sources = new ArrayList<JsonNode>();
    services.get(Slot.INGESTION_SERVICE, "/sources").forEach(sources::add);
    return sources;
  }

  /// What came of a question.
  private sealed interface Answer<T> {

    record Told<T>(T value) implements Answer<T> {}

    record Unknown<T>(String why) implements Answer<T> {}
  }

  private <T> Answer<T> ask(ExecutorService executor, List<String> needed, Callable<T> question)
      throws InterruptedException {
    for (String process : needed) {
      if (!runs(process)) {
        return new Answer.Unknown<>(process + " is not running");
      }
    }
    var answer = executor.submit(question);
    try {
      return new Answer.Told<>(answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      answer.cancel(true);
      return new Answer.Unknown<>("no answer within %d s".formatted(PATIENCE.toSeconds()));
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      return new Answer.Unknown<>(reason(cause == null ? e : cause));
    }
  }

  private boolean runs(String name) {
    return processes.stream()
        .anyMatch(process -> process.name().equals(name) && process.state().isAlive());
  }

  private static String reason(Throwable cause) {
    return cause.getMessage() == null ? cause.toString() : cause.getMessage();
  }
}
