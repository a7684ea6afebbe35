package org.vigie.alerts;

import io.smallrye.config.ConfigMapping;

/// Settings of the installation.
@ConfigMapping(prefix = "vigie")
interface VigieConfig {

  /// Address of the schema registry's API, ending in `/apis/registry/v3`.
  String registryUrl();
}
