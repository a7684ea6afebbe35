package org.vigie.alerts;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/// Settings of the installation.
@ConfigMapping(prefix = "vigie")
interface VigieConfig {

  /// Address of the schema registry's API, ending in `/apis/registry/v3`.
  String registryUrl();

  /// Directory of this service's own, for `readings.log`.
  @WithDefault("data")
  Path dataDir();
}
