package org.vigie.ingestion;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.vigie.ingestion.Carrier.Progress;
import org.vigie.ingestion.Carrier.Progress.Blocked;
import org.vigie.ingestion.Carrier.Progress.Done;
import org.vigie.ingestion.Carrier.Progress.Waiting;
import org.vigie.ingestion.Failure.Need;
import org.vigie.ingestion.journal.Acceptance;
import org.vigie.ingestion.journal.Agenda;
import org.vigie.ingestion.journal.Suspension;
import org.vigie.kit.work.BackOff;
import org.vigie.kit.work.Job;
import org.vigie.kit.work.Worker;

/// Takes accepted work up, one after another, in the order of acceptance. What cannot be done for
/// want of a broker, a registry, a database or a disk waits, and all behind it; a delivery that
/// fails for a reason of its own is suspended after some attempts, and the lane goes on. A control
/// record that fails so is tried again, and all behind it waits.
///
/// Ready while its thread lives, waits for nothing that all work needs and is not blocked; it tells
/// what is suspended.
@ApplicationScoped
@Readiness
class Lane implements HealthCheck, Job {

  private static final Logger LOG = Logger.getLogger(Lane.class);

  // A signal that was missed costs no more than this.
  private static final long LOOK_MILLIS = 1_000;

  private static final BackOff BACK_OFF =
      new BackOff(Duration.ofMillis(500), Duration.ofSeconds(15));

  // A transaction in flight is committed or given up well within this.
  private static final Duration STOP_MAX = Duration.ofSeconds(8);

  private final Agenda agenda;
  private final Acceptance acceptance;
  private final Carrier carrier;
  private final Suspension suspension;
  private final Worker worker;
  private volatile @Nullable Need waitsFor;
  private volatile @Nullable String blockedBy;

  Lane(Agenda agenda, Acceptance acceptance, Carrier carrier, Suspension suspension) {
    this.agenda = agenda;
    this.acceptance = acceptance;
    this.carrier = carrier;
    this.suspension = suspension;
    this.worker = new Worker(Thread.ofPlatform().name("lane"), this, BACK_OFF);
  }

  void start(@Observes StartupEvent event) {
    worker.start();
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    worker.interrupt();
    worker.join(STOP_MAX);
  }

  @Override
  public HealthCheckResponse call() {
    var need = waitsFor;
    var work = blockedBy;
    var check =
        HealthCheckResponse.named("lane").status(worker.isAlive() && need == null && work == null);
    if (need != null) {
      check.withData("waitsFor", need.text());
    }
    if (work != null) {
      check.withData("blockedBy", work);
    }
    return withSuspended(check).build();
  }

  // Ids alone: who asks for health needs no token.
  private HealthCheckResponseBuilder withSuspended(HealthCheckResponseBuilder check) {
    try {
      var suspended = suspension.overview();
      check.withData("suspended", suspended.count());
      return suspended.count() == 0
          ? check
          : check.withData("suspendedDeliveries", String.join(" ", suspended.first()));
    } catch (RuntimeException _) {
      // The database's own check tells that it is away.
      return check;
    }
  }

  @Override
  public Turn turn() throws InterruptedException {
    var progress = step();
    waitsFor = progress instanceof Waiting(var need) ? need : null;
    blockedBy = progress instanceof Blocked(var work) ? work : null;
    return progress instanceof Done ? Turn.WORKED : Turn.FAILED;
  }

  @Override
  public void close() {
    carrier.close();
  }

  /// Does what comes first, or waits for work.
  private Progress step() throws InterruptedException {
    try {
      var work = agenda.next();
      if (work.isPresent()) {
        return carrier.carryOut(work.get());
      }
    } catch (Throwable thrown) {
      LOG.warn("cannot look for work, to be tried again", thrown);
      return Carrier.afterwards(Failure.of(thrown), "look for work");
    }
    acceptance.awaitWork(LOOK_MILLIS);
    return new Done();
  }
}
