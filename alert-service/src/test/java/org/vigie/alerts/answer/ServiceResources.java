package org.vigie.alerts.answer;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import org.vigie.alerts.EmbeddedDatabase;

/// The parts around the service: a real PostgreSQL, and the address of the identity provider that
/// stands in for Keycloak; a directory of its own.
public class ServiceResources implements QuarkusTestResourceLifecycleManager {

  @Override
  public Map<String, String> start() {
    var settings = new HashMap<>(EmbeddedDatabase.settings());
    settings.put("vigie.data-dir", dataDirectory());
    settings.put("quarkus.oidc.auth-server-url", "${keycloak.url}/realms/quarkus/");
    settings.put("vigie.registry-url", "http://localhost:1/apis/registry/v3");
    return settings;
  }

  private static String dataDirectory() {
    try {
      return Files.createTempDirectory("alerts").toString();
    } catch (IOException e) {
      throw new UncheckedIOException("no directory for the service", e);
    }
  }

  @Override
  public void stop() {
    // PostgreSQL ends with the JVM.
  }
}
