package org.vigie.ingestion.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.vigie.ingestion.control.PlatformConfig.PlatformClock;
import org.vigie.ingestion.delivery.Paris;
import org.vigie.ingestion.journal.ControlLog;

/// What day it is on the platform: today under the wall's clock, the open day under the manual one.
@ApplicationScoped
public class Platform {

  private final PlatformClock kind;
  private final Clock clock;
  private final ControlLog controls;

  Platform(PlatformConfig config, Clock clock, ControlLog controls) {
    this.kind = config.clock();
    this.clock = clock;
    this.controls = controls;
  }

  /// The open day: the one after the last closed; empty on a fresh log.
  public Optional<LocalDate> openDay() {
    return controls.lastClosedDay().map(closed -> closed.plusDays(1));
  }

  /// Whether midnight closes the days, and nobody else.
  boolean closesDaysItself() {
    return kind == PlatformClock.WALL;
  }

  /// The platform's day; empty under the manual clock while no day was closed.
  public Optional<LocalDate> day() {
    return kind == PlatformClock.WALL ? Optional.of(Paris.dayOf(clock.instant())) : openDay();
  }

  /// The present instant: the real time of day, on the platform's day.
  public Optional<Instant> now() {
    var now = clock.instant();
    if (kind == PlatformClock.WALL) {
      return Optional.of(now);
    }
    var time = LocalTime.ofInstant(now, Paris.ZONE);
    return day().map(day -> ZonedDateTime.of(day, time, Paris.ZONE).toInstant());
  }

  /// The instant of the wall's clock: bounds what is pushed while the platform has no day, and
  /// dates nothing.
  public Instant wallClock() {
    return clock.instant();
  }
}
