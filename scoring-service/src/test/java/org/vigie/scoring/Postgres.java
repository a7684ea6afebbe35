package org.vigie.scoring;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A real PostgreSQL, empty, for the tests that need one.
public final class Postgres implements QuarkusTestResourceLifecycleManager {

  private @Nullable EmbeddedPostgres running;

  @Override
  public Map<String, String> start() {
    try {
      var postgres = EmbeddedPostgres.start();
      running = postgres;
      return Map.of(
          "quarkus.datasource.jdbc.url", postgres.getJdbcUrl("postgres", "postgres"),
          "quarkus.datasource.username", "postgres",
          "quarkus.datasource.password", "postgres");
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL does not start", e);
    }
  }

  @Override
  public void stop() {
    var postgres = running;
    if (postgres != null) {
      try {
        postgres.close();
      } catch (IOException e) {
        throw new UncheckedIOException("PostgreSQL does not stop", e);
      }
    }
  }
}
