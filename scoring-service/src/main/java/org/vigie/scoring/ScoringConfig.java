package org.vigie.scoring;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.nio.file.Path;

/// What an installation says to this service.
@ConfigMapping(prefix = "vigie")
public interface ScoringConfig {

  /// Address of the schema registry's API, ending in `/apis/registry/v3`.
  URI registryUrl();

  /// Directory of this service's own, for the state of its stream and `readings.log`.
  Path dataDir();

  /// Directory of the model bundles, one directory each.
  Path modelsDir();
}
