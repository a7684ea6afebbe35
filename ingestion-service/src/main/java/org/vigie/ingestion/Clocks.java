package org.vigie.ingestion;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/// The one clock, of which days and instants of reception are asked, never a computation.
final class Clocks {

  @Produces
  @DefaultBean
  Clock clock() {
    return Clock.systemUTC();
  }
}
