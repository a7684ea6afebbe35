package org.vigie.alerts;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;
import org.vigie.alerts.cut.AlertLinks;

/// Settings of the installation.
@ConfigMapping(prefix = "vigie")
interface VigieConfig {

  /// Address of the schema registry's API, ending in `/apis/registry/v3`.
  String registryUrl();

  /// Directory of this service's own, for `readings.log`.
  Path dataDir();

  /// Where administrations reach the services: what the links of an alert begin with.
  Links links();

  /// Each without a path; absent where one address serves all services: links are paths then.
  interface Links {

    /// Address of this service.
    Optional<String> alerts();

    /// Address of scoring-service.
    Optional<String> scores();

    /// Address of feature-service.
    Optional<String> companies();

    default AlertLinks addresses() {
      return new AlertLinks(alerts().orElse(""), scores().orElse(""), companies().orElse(""));
    }
  }
}
