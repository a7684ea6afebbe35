package org.vigie.ingestion.push;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// What an installation settles for pushes.
@ConfigMapping(prefix = "vigie")
public interface PushConfig {

  /// How long the body of a push may take to come: 4 MiB at 140 kB/s.
  @WithDefault("30S")
  Duration pushBodyMax();
}
