package org.vigie.ingestion.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.vigie.ingestion.delivery.Era;
import org.vigie.ingestion.journal.ControlKind;
import org.vigie.ingestion.journal.ControlLog;
import org.vigie.kit.http.Problem;

/// Orders control records. They take their turn behind the deliveries accepted before them.
@ApplicationScoped
public class Controls {

  // A delivery of the largest size is published well within this.
  private static final long WAIT_MINUTES_MAX = 15;

  private final ControlLog log;
  private final Platform platform;

  Controls(ControlLog log, Platform platform) {
    this.log = log;
    this.platform = platform;
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

  /// Puts a model in force; nothing happens when it is.
  void activate(String model) {
    boolean inForce = log.model().filter(model::equals).isPresent();
    if (!inForce) {
      await(log.accept("model-" + UUID.randomUUID(), ControlKind.MODEL, model));
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
