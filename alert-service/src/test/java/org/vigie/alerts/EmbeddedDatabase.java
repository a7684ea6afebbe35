package org.vigie.alerts;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/// A real PostgreSQL for the tests of one JVM, started at the first use and ended with the JVM.
public final class EmbeddedDatabase {

  private static final EmbeddedPostgres SERVER = start();

  public static String url() {
    return SERVER.getJdbcUrl("postgres", "postgres");
  }

  /// A database of that name, new and migrated.
  public static DataSource fresh(String name) {
    try (var connection = SERVER.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("DROP DATABASE IF EXISTS " + name);
      statement.execute("CREATE DATABASE " + name);
    } catch (SQLException e) {
      throw new IllegalStateException("no database " + name, e);
    }
    var database = SERVER.getDatabase("postgres", name);
    Flyway.configure().dataSource(database).load().migrate();
    return database;
  }

  private static EmbeddedPostgres start() {
    try {
      return EmbeddedPostgres.start();
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL does not start", e);
    }
  }

  private EmbeddedDatabase() {}
}
