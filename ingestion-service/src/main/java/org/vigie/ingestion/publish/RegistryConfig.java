package org.vigie.ingestion.publish;

import io.smallrye.config.ConfigMapping;

/// Where the schemas are.
@ConfigMapping(prefix = "vigie")
public interface RegistryConfig {

  /// Address of the schema registry, ending in `/apis/registry/v3`.
  String registryUrl();
}
