package org.vigie.ingestion;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;

/// A real PostgreSQL and an empty data directory for the service under test. The broker is a
/// [LogInMemory].
@SuppressWarnings("NullAway.Init") // started before it is asked
public final class ServiceResources implements QuarkusTestResourceLifecycleManager {

  private EmbeddedPostgres postgres;
  private ScoringInMemory scoring;

  @Override
  public Map<String, String> start() {
    try {
      postgres = EmbeddedPostgres.start();
      scoring = new ScoringInMemory();
      return Map.of(
          "quarkus.datasource.jdbc.url", postgres.getJdbcUrl("postgres", "postgres"),
          "quarkus.datasource.username", "postgres",
          "quarkus.datasource.password", "postgres",
          "quarkus.http.test-port", "0",
          "quarkus.oidc.auth-server-url", "${keycloak.url}/realms/quarkus",
          "vigie.registry-url", "http://127.0.0.1:1/apis/registry/v3",
          "vigie.data-dir", Files.createTempDirectory("ingestion").toString(),
          "vigie.scoring-url", scoring.url().toString(),
          "vigie.clock", "manual");
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL does not start", e);
    }
  }

  @Override
  public void stop() {
    try {
      scoring.close();
      postgres.close();
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL does not stop", e);
    }
  }
}
