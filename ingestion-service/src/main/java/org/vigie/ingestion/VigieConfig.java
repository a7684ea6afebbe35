package org.vigie.ingestion;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/// What an installation settles for this service.
@ConfigMapping(prefix = "vigie")
public interface VigieConfig {

  /// Address of the schema registry, ending in `/apis/registry/v3`.
  String registryUrl();

  /// Directory of this service's own: stored deliveries and scratch files.
  Path dataDir();

  /// Address of scoring-service: a model is put in force once it has accepted its bundle.
  URI scoringUrl();

  /// What closes a day: midnight, or whoever runs the platform.
  @WithDefault("wall")
  PlatformClock clock();

  /// How long the body of a push may take to come: 4 MiB at 140 kB/s.
  @WithDefault("30S")
  Duration pushBodyMax();

  enum PlatformClock {
    WALL,
    MANUAL
  }
}
