package org.vigie.ingestion.receive;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Map;

/// What an installation settles for deliveries.
@ConfigMapping(prefix = "vigie.deliveries")
public interface DeliveryConfig {

  /// Room on the disk that no upload takes: the log, the database and the sorting of rows need it.
  @WithDefault("1G")
  MemorySize freeDiskMin();

  /// By source, the largest share of rejected rows with which a file is loaded, from 0 to 1.
  Map<String, Double> maxRejectedShare();
}
