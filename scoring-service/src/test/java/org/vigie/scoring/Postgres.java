package org.vigie.scoring;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.vigie.kit.database.TestDatabase;

/// A real PostgreSQL, empty, for the tests that need one.
@SuppressWarnings("NullAway.Init") // started before it is asked
public final class Postgres implements QuarkusTestResourceLifecycleManager {

  private TestDatabase database;

  @Override
  public Map<String, String> start() {
    database = TestDatabase.start();
    return database.settings();
  }

  @Override
  public void stop() {
    database.close();
  }
}
