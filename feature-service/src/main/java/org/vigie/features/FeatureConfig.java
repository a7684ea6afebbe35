package org.vigie.features;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;

/// Settings of the service.
@ConfigMapping(prefix = "vigie")
public interface FeatureConfig {

  /// Address of the schema registry's API, ending in `/apis/registry/v3`.
  URI registryUrl();

  /// Directory of this service's own: the state of its stream, and `readings.log`.
  Path dataDir();

  /// For how many months facts of the monthly flows are kept.
  @WithDefault("120")
  int retentionMonths();
}
