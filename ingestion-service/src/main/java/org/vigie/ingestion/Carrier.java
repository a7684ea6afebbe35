package org.vigie.ingestion;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import org.jboss.logging.Logger;
import org.vigie.ingestion.Carrier.Progress.Again;
import org.vigie.ingestion.Carrier.Progress.Blocked;
import org.vigie.ingestion.Carrier.Progress.Done;
import org.vigie.ingestion.Carrier.Progress.Waiting;
import org.vigie.ingestion.Failure.Away;
import org.vigie.ingestion.Failure.Need;
import org.vigie.ingestion.Failure.Own;
import org.vigie.ingestion.delivery.Delivery;
import org.vigie.ingestion.journal.Attempts;
import org.vigie.ingestion.journal.ControlLog;
import org.vigie.ingestion.journal.Work;
import org.vigie.ingestion.journal.Work.ToControl;
import org.vigie.ingestion.journal.Work.ToLoad;
import org.vigie.ingestion.publish.ControlPublisher;
import org.vigie.schemas.events.Control;
import org.vigie.schemas.events.Control.BarrierPassed;
import org.vigie.schemas.events.Control.DayOver;
import org.vigie.schemas.events.Control.ModelInForce;

/// Carries one item of accepted work out. A delivery that fails for a reason of its own is counted,
/// and suspended when it fails too often; nothing that it does ends more than itself. A control
/// record that fails so is never left out, for it says what all after it relies on. For one thread.
@ApplicationScoped
class Carrier implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(Carrier.class);

  private final Ingestion ingestion;
  private final Attempts attempts;
  private final ControlPublisher controlPublisher;
  private final ControlLog controlLog;

  Carrier(
      Ingestion ingestion,
      Attempts attempts,
      ControlPublisher controlPublisher,
      ControlLog controlLog) {
    this.ingestion = ingestion;
    this.attempts = attempts;
    this.controlPublisher = controlPublisher;
    this.controlLog = controlLog;
  }

  /// What came of taking work up.
  sealed interface Progress {

    /// Nothing is left to do for it: it is carried out, or suspended.
    record Done() implements Progress {}

    /// It failed, and is to be taken up again.
    record Again() implements Progress {}

    /// It waits for what all work needs.
    record Waiting(Need need) implements Progress {}

    /// It fails for a reason of its own, and all behind it waits until that is mended.
    ///
    /// @param work a control record, or what looks for work
    record Blocked(String work) implements Progress {}
  }

  Progress carryOut(Work work) {
    LOG.infof("begin %s", name(work));
    try {
      var progress =
          switch (work) {
            case ToLoad(var delivery, _, var started) -> load(delivery, started);
            case ToControl control -> publish(control);
          };
      LOG.infof("end %s", name(work));
      return progress;
    } catch (Throwable thrown) {
      LOG.warnf(thrown, "not done yet, to be tried again: %s", name(work));
      return afterwards(Failure.of(thrown), name(work));
    }
  }

  /// When there is nothing to be counted.
  ///
  /// @param work names what failed
  static Progress afterwards(Failure failure, String work) {
    return switch (failure) {
      case Away(var need) -> new Waiting(need);
      case Own _ -> new Blocked(work);
    };
  }

  private Progress publish(ToControl control) {
    controlPublisher.publish(control.id(), control.acceptedAt(), said(control));
    controlLog.written(control.id());
    return new Done();
  }

  private static Control said(ToControl control) {
    return switch (control.kind()) {
      case DAY -> new DayOver(LocalDate.parse(control.value()));
      case BARRIER -> new BarrierPassed(control.value());
      case MODEL -> new ModelInForce(control.value());
    };
  }

  private Progress load(Delivery delivery, boolean started) {
    try {
      if (!attempts.begin(delivery)) {
        LOG.errorf("suspended, too many attempts did not come back: %s", delivery.id());
        return new Done();
      }
      ingestion.ingest(delivery, started);
      return new Done();
    } catch (Throwable thrown) {
      return settle(delivery, thrown);
    }
  }

  private Progress settle(Delivery delivery, Throwable thrown) {
    // A thread that is interrupted does not reach the database.
    boolean stopped = Thread.interrupted();
    try {
      return stopped ? stopped(delivery) : failed(delivery, thrown);
    } finally {
      if (stopped) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private Progress stopped(Delivery delivery) {
    attempts.uncounted(delivery);
    return new Again();
  }

  private Progress failed(Delivery delivery, Throwable thrown) {
    LOG.warnf(thrown, "failed: delivery %s", delivery.id());
    return switch (Failure.of(thrown)) {
      case Away(var need) -> {
        attempts.uncounted(delivery);
        yield new Waiting(need);
      }
      case Own(var reason) -> {
        if (attempts.failed(delivery, reason)) {
          yield new Again();
        }
        LOG.errorf("suspended, it fails each time: delivery %s", delivery.id());
        yield new Done();
      }
    };
  }

  @Override
  public void close() {
    controlPublisher.close();
  }

  private static String name(Work work) {
    return switch (work) {
      case ToLoad(var delivery, _, _) -> delivery.source().text() + ' ' + delivery.id();
      case ToControl control -> control.id();
    };
  }
}
