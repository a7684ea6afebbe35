package org.vigie.alerts;

import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.vigie.kit.database.TestDatabase;

/// A real PostgreSQL for the tests of one JVM, started at the first use and ended with the JVM.
public final class EmbeddedDatabase {

  private static final TestDatabase SERVER = TestDatabase.start();

  /// What Quarkus is to be told of it.
  public static Map<String, String> settings() {
    return SERVER.settings();
  }

  /// A database of that name, new and migrated.
  public static DataSource fresh(String name) {
    try (var connection = SERVER.database("postgres").getConnection();
        var statement = connection.createStatement()) {
      statement.execute("DROP DATABASE IF EXISTS " + name);
      statement.execute("CREATE DATABASE " + name);
    } catch (SQLException e) {
      throw new IllegalStateException("no database " + name, e);
    }
    var database = SERVER.database(name);
    Flyway.configure().dataSource(database).load().migrate();
    return database;
  }

  private EmbeddedDatabase() {}
}
