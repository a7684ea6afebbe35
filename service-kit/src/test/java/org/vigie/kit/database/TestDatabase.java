package org.vigie.kit.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/// A real PostgreSQL, empty, for the tests of a module. No other account can replace its programs,
/// read its files or connect to it. It ends when it is closed, at the latest with the JVM.
public final class TestDatabase implements AutoCloseable {

  private static final String SUPERUSER = "postgres";

  // Where the launcher unpacks programs, and clears away clusters that a killed test left behind.
  // It lets everybody write to it, so it lies in a directory that nobody else may enter.
  private static final String LAUNCHER_DIRECTORY = "ot.epg.working-dir";

  private final EmbeddedPostgres server;
  private final String password;

  private TestDatabase(EmbeddedPostgres server, String password) {
    this.server = server;
    this.password = password;
  }

  /// A new server, with its programs in the `target` directory of the module under test.
  public static TestDatabase start() {
    try {
      var closed = ClosedDirectory.open(Path.of("target", "postgresql").toAbsolutePath());
      return start(Files.createDirectories(closed.resolve("launcher")));
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL does not start", e);
    }
  }

  private static TestDatabase start(Path directory) throws IOException {
    System.setProperty(LAUNCHER_DIRECTORY, directory.toString());
    var password = UUID.randomUUID().toString();
    var passwordFile = Files.createTempFile(directory, "password", null);
    try {
      Files.writeString(passwordFile, password);
      var server =
          EmbeddedPostgres.builder()
              .setDataDirectory(Files.createTempDirectory(directory, "cluster"))
              // Options of initdb, which are not about locales: the launcher's own let every
              // account of the machine in, as a superuser who may run programs.
              .setLocaleConfig("auth", "scram-sha-256")
              .setLocaleConfig("pwfile", passwordFile.toString())
              .setConnectConfig("password", password)
              .start();
      return new TestDatabase(server, password);
    } finally {
      Files.delete(passwordFile);
    }
  }

  /// What Quarkus is to be told of it.
  public Map<String, String> settings() {
    return Map.of(
        "quarkus.datasource.jdbc.url", url(),
        "quarkus.datasource.username", SUPERUSER,
        "quarkus.datasource.password", password);
  }

  /// One of its databases; the first is `postgres`.
  public DataSource database(String name) {
    return server.getDatabase(SUPERUSER, name);
  }

  String url() {
    return "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(server.getPort());
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL does not stop", e);
    }
  }
}
