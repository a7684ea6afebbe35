package org.vigie.ingestion.control;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;

/// What an installation settles for days and models.
@ConfigMapping(prefix = "vigie")
public interface PlatformConfig {

  /// Address of scoring-service: a model is put in force once it has accepted its bundle.
  URI scoringUrl();

  /// What closes a day: midnight, or whoever runs the platform.
  @WithDefault("wall")
  PlatformClock clock();

  enum PlatformClock {
    WALL,
    MANUAL
  }
}
