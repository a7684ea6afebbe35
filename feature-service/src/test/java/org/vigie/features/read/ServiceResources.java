package org.vigie.features.read;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;

/// The parts around the service: the address of the identity provider that stands in for Keycloak,
/// a directory of its own; no broker, for which the stream waits.
public class ServiceResources implements QuarkusTestResourceLifecycleManager {

  @Override
  public Map<String, String> start() {
    return Map.of(
        "vigie.data-dir", dataDirectory(),
        "vigie.registry-url", "http://localhost:1/apis/registry/v3",
        "kafka.bootstrap.servers", "localhost:1",
        "quarkus.oidc.auth-server-url", "${keycloak.url}/realms/quarkus/");
  }

  private static String dataDirectory() {
    try {
      return Files.createTempDirectory("features").toString();
    } catch (IOException e) {
      throw new UncheckedIOException("no directory for the service", e);
    }
  }

  @Override
  public void stop() {
    // The identity provider is ended by its own resource.
  }
}
