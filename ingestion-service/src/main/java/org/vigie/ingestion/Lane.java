package org.vigie.ingestion;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.vigie.ingestion.journal.Acceptance;
import org.vigie.ingestion.journal.Agenda;
import org.vigie.ingestion.journal.ControlLog;
import org.vigie.ingestion.journal.Work;
import org.vigie.ingestion.journal.Work.ToControl;
import org.vigie.ingestion.journal.Work.ToLoad;
import org.vigie.ingestion.publish.ControlPublisher;
import org.vigie.schemas.Barrier;
import org.vigie.schemas.DayClosed;
import org.vigie.schemas.ModelActivated;

/// Carries accepted work out, one after another, in the order of acceptance, until it is done: what
/// fails for want of a broker, a registry, a database or a disk is taken up again.
///
/// Ready while its thread lives: an `Error` ends it.
@ApplicationScoped
@Readiness
class Lane implements HealthCheck {

  private static final Logger LOG = Logger.getLogger(Lane.class);

  // A signal that was missed costs no more than this.
  private static final long LOOK_MILLIS = 1_000;

  private static final Duration RETRY_FIRST = Duration.ofMillis(500);
  private static final Duration RETRY_MAX = Duration.ofSeconds(15);

  // A transaction in flight is committed or given up well within this.
  private static final Duration STOP_MAX = Duration.ofSeconds(8);

  private final Agenda agenda;
  private final Acceptance acceptance;
  private final Ingestion ingestion;
  private final ControlPublisher controlPublisher;
  private final ControlLog controlLog;
  private volatile @Nullable Thread worker;

  Lane(
      Agenda agenda,
      Acceptance acceptance,
      Ingestion ingestion,
      ControlPublisher controlPublisher,
      ControlLog controlLog) {
    this.agenda = agenda;
    this.acceptance = acceptance;
    this.ingestion = ingestion;
    this.controlPublisher = controlPublisher;
    this.controlLog = controlLog;
  }

  void start(@Observes StartupEvent event) {
    worker =
        Thread.ofPlatform()
            .name("lane")
            .uncaughtExceptionHandler((_, e) -> LOG.fatal("the lane has ended: to be restarted", e))
            .start(this::run);
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    var running = worker;
    if (running != null) {
      running.interrupt();
      running.join(STOP_MAX);
    }
  }

  @Override
  public HealthCheckResponse call() {
    var running = worker;
    return HealthCheckResponse.named("lane").status(running != null && running.isAlive()).build();
  }

  private void run() {
    var retry = RETRY_FIRST;
    try (controlPublisher) {
      while (!Thread.currentThread().isInterrupted()) {
        if (step()) {
          retry = RETRY_FIRST;
        } else {
          Thread.sleep(retry);
          retry =
              retry.multipliedBy(2).compareTo(RETRY_MAX) < 0 ? retry.multipliedBy(2) : RETRY_MAX;
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// Does what comes first, or waits for work; false when it failed and is to be tried again.
  private boolean step() throws InterruptedException {
    Optional<Work> work = Optional.empty();
    try {
      work = agenda.next();
      if (work.isEmpty()) {
        acceptance.awaitWork(LOOK_MILLIS);
      } else {
        carryOut(work.get());
      }
      return true;
    } catch (IOException | RuntimeException e) {
      if (Thread.currentThread().isInterrupted()) {
        throw new InterruptedException("stopped at work");
      }
      LOG.warnf(e, "not done yet, to be tried again: %s", work.map(Lane::name).orElse("a look"));
      return false;
    }
  }

  private void carryOut(Work work) throws IOException {
    LOG.infof("begin %s", name(work));
    switch (work) {
      case ToLoad(var delivery, _, var started) -> ingestion.ingest(delivery, started);
      case ToControl control -> {
        controlPublisher.publish(control.id(), control.acceptedAt(), body(control));
        controlLog.written(control.id());
      }
    }
    LOG.infof("end %s", name(work));
  }

  private static SpecificRecord body(ToControl control) {
    return switch (control.kind()) {
      case DAY -> new DayClosed(LocalDate.parse(control.value()));
      case BARRIER -> new Barrier(control.value());
      case MODEL -> new ModelActivated(control.value());
    };
  }

  private static String name(Work work) {
    return switch (work) {
      case ToLoad(var delivery, _, _) -> delivery.source().text() + ' ' + delivery.id();
      case ToControl control -> control.id();
    };
  }
}
