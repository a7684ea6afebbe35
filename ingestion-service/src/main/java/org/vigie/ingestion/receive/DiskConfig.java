package org.vigie.ingestion.receive;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;

/// Where deliveries are kept.
@ConfigMapping(prefix = "vigie")
public interface DiskConfig {

  /// Directory of this service's own: stored deliveries and scratch files.
  Path dataDir();
}
