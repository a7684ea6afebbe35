package org.vigie.ingestion;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import org.vigie.kit.database.TestDatabase;

/// A real PostgreSQL and an empty data directory for the service under test. The broker is a
/// [LogInMemory].
@SuppressWarnings("NullAway.Init") // started before it is asked
public final class ServiceResources implements QuarkusTestResourceLifecycleManager {

  private TestDatabase database;
  private ScoringInMemory scoring;

  @Override
  public Map<String, String> start() {
    try {
      database = TestDatabase.start();
      scoring = new ScoringInMemory();
      var settings = new HashMap<>(database.settings());
      settings.put("quarkus.http.test-port", "0");
      settings.put("quarkus.oidc.auth-server-url", "${keycloak.url}/realms/quarkus");
      settings.put("vigie.registry-url", "http://127.0.0.1:1/apis/registry/v3");
      settings.put("vigie.data-dir", Files.createTempDirectory("ingestion").toString());
      settings.put("vigie.scoring-url", scoring.url().toString());
      settings.put("vigie.clock", "manual");
      return settings;
    } catch (IOException e) {
      throw new UncheckedIOException("the parts around the service do not start", e);
    }
  }

  @Override
  public void stop() {
    scoring.close();
    database.close();
  }
}
