package org.vigie.ingestion.publish;

import io.quarkus.arc.Unremovable;
import io.smallrye.config.ConfigMapping;

/// Where the schemas are.
@Unremovable // the property is known where a test puts a log of its own in place of the broker
@ConfigMapping(prefix = "vigie")
public interface RegistryConfig {

  /// Address of the schema registry, ending in `/apis/registry/v3`.
  String registryUrl();
}
