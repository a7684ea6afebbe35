package org.vigie.alerts;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import org.vigie.schemas.access.ReadingLog;

/// Gives `answer` the log of who read which alert.
final class Traces {

  /// Opened at start: a service that cannot trace its readings does not come up.
  @Produces
  @Singleton
  @Startup
  ReadingLog readings(VigieConfig config, Clock clock) {
    return ReadingLog.open(config.dataDir().resolve("readings.log"), clock);
  }

  void close(@Disposes ReadingLog readings) throws IOException {
    readings.close();
  }
}
