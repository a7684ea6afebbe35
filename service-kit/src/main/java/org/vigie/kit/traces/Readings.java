package org.vigie.kit.traces;

import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// The log of a service that says `service-kit.readings-log=true`: `readings.log` in its directory.
@Dependent
@IfBuildProperty(name = "service-kit.readings-log", stringValue = "true")
final class Readings {

  /// Opened at start: a service that cannot trace its readings does not come up.
  @Produces
  @Singleton
  @Startup
  ReadingLog log(@ConfigProperty(name = "vigie.data-dir") Path directory, Clock clock) {
    return ReadingLog.open(directory.resolve("readings.log"), clock);
  }

  void close(@Disposes ReadingLog log) throws IOException {
    log.close();
  }
}
