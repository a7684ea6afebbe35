package org.vigie.ingestion.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.vigie.ingestion.control.Acceptance.Accepted;
import org.vigie.ingestion.control.Acceptance.Refused;
import org.vigie.ingestion.control.Acceptance.Unanswered;
import org.vigie.ingestion.delivery.Era;
import org.vigie.ingestion.journal.ControlKind;
import org.vigie.ingestion.journal.ControlLog;
import org.vigie.kit.http.Problem;
import org.vigie.schemas.ModelVersion;

/// Orders control records. They take their turn behind the deliveries accepted before them.
@ApplicationScoped
public class Controls {

  // A delivery of the largest size is published well within this.
  private static final long WAIT_MINUTES_MAX = 15;

  // scoring-service is back within it after a restart.
  private static final int RETRY_SECONDS = 10;

  private final ControlLog log;
  private final Platform platform;
  private final ScoringModels models;

  Controls(ControlLog log, Platform platform, ScoringModels models) {
    this.log = log;
    this.platform = platform;
    this.models = models;
  }

  /// Closes every day up to one, as ordered by hand under the manual clock; nothing happens when it
  /// is closed already.
  void closeDay(LocalDate day) {
    if (platform.closesDaysItself()) {
      throw Problem.of(
          409, "Not by hand", "the clock is wall: midnight in Paris closes each day, nobody else");
    }
    if (!Era.holds(day)) {
      throw Problem.of(400, "Bad day", "day " + Era.RULE + ", not " + day);
    }
    await(orderDay(day));
  }

  Future<Void> orderDay(LocalDate day) {
    boolean closed = log.lastClosedDay().filter(last -> !last.isBefore(day)).isPresent();
    return closed
        ? CompletableFuture.completedFuture(null)
        : log.accept("day-" + day, ControlKind.DAY, day.toString());
  }

  /// Marks the log: who waits for what was delivered before waits for the mark.
  ///
  /// @return the barrier's id
  String barrier() {
    var barrier = UUID.randomUUID().toString();
    await(log.accept("barrier-" + barrier, ControlKind.BARRIER, barrier));
    return barrier;
  }

  /// Puts a model in force whose bundle scoring-service has accepted; nothing happens when it is.
  ///
  /// @param token of the operator, with which scoring-service is asked
  void activate(ModelVersion model, String token) {
    boolean inForce = log.model().filter(model.text()::equals).isPresent();
    if (inForce) {
      return;
    }
    switch (models.ask(model, token)) {
      case Accepted() ->
          await(log.accept("model-" + UUID.randomUUID(), ControlKind.MODEL, model.text()));
      case Refused(var reasons) ->
          throw Problem.of(
              409,
              "Model not accepted",
              "scoring-service does not accept model " + model.text() + ": " + reasons.getFirst(),
              Map.of("reasons", reasons));
      case Unanswered(var reason) ->
          throw Problem.retryAfter(RETRY_SECONDS, "Model not checked", reason);
    }
  }

  Optional<String> model() {
    return log.model();
  }

  private static void await(Future<Void> written) {
    try {
      written.get(WAIT_MINUTES_MAX, TimeUnit.MINUTES);
    } catch (TimeoutException _) {
      throw Problem.of(503, "Not yet", "it waits behind deliveries, and will be done");
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw Problem.of(503, "Stopping", "the service stops; it will be done after its start");
    } catch (ExecutionException e) {
      throw new IllegalStateException("a control record was given up", e);
    }
  }
}
