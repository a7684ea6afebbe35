package org.vigie.ingestion.control;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.vigie.ingestion.control.PlatformConfig.PlatformClock;
import org.vigie.ingestion.delivery.Paris;
import org.vigie.ingestion.journal.ControlLog;

/// Under the wall's clock, closes each day at midnight; days missed are closed as one.
@ApplicationScoped
class Midnight {

  private static final Logger LOG = Logger.getLogger(Midnight.class);

  // A clock may be set, and a machine may sleep: midnight is looked for, not waited for.
  private static final Duration LOOK = Duration.ofSeconds(10);

  private final boolean wall;
  private final Clock clock;
  private final ControlLog log;
  private final Controls controls;
  private @Nullable Thread keeper;

  Midnight(PlatformConfig config, Clock clock, ControlLog log, Controls controls) {
    this.wall = config.clock() == PlatformClock.WALL;
    this.clock = clock;
    this.log = log;
    this.controls = controls;
  }

  void start(@Observes StartupEvent event) {
    if (wall) {
      keeper = Thread.ofVirtual().name("midnight").start(this::keep);
    }
  }

  void stop(@Observes ShutdownEvent event) {
    if (keeper != null) {
      keeper.interrupt();
    }
  }

  private void keep() {
    var startedOn = Paris.dayOf(clock.instant());
    while (!Thread.currentThread().isInterrupted()) {
      try {
        var today = Paris.dayOf(clock.instant());
        toClose(log.lastClosedDay().orElse(null), startedOn, today).ifPresent(controls::orderDay);
      } catch (RuntimeException e) {
        LOG.warn("a day could not be closed; it will be", e);
      }
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(LOOK);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// The day to close; empty when none is over. A fresh log has no open day before the first
  /// midnight that the service sees.
  static Optional<LocalDate> toClose(
      @Nullable LocalDate lastClosed, LocalDate startedOn, LocalDate today) {
    var over = lastClosed == null ? startedOn : lastClosed.plusDays(1);
    return over.isBefore(today) ? Optional.of(today.minusDays(1)) : Optional.empty();
  }
}
