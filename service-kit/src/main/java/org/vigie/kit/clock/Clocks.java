package org.vigie.kit.clock;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/// The one clock of a service, given to its rim: instants of reception and of readings are asked of
/// it, never a computation.
@Dependent
final class Clocks {

  @Produces
  @DefaultBean
  Clock clock() {
    return Clock.systemUTC();
  }
}
