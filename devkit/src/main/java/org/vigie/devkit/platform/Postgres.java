package org.vigie.devkit.platform;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.vigie.devkit.installation.Installation;
import org.vigie.devkit.installation.Secrets;
import org.vigie.devkit.installation.Slot;

/// PostgreSQL: one database and one role for each process that keeps tables.
final class Postgres {

  static final String NAME = "postgresql";

  private static final String SUPERUSER = "postgres";
  // The first start unpacks the binaries and makes the cluster: 7 s on two idle cores.
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Installation installation;
  private final Secrets secrets;
  private final ProcessTable processes;

  Postgres(Installation installation, Secrets secrets, ProcessTable processes) {
    this.installation = installation;
    this.secrets = secrets;
    this.processes = processes;
  }

  /// Starts the server if it is not running, and makes the databases that are missing.
  void start(List<String> databases) throws IOException, SQLException, NotReadyException {
    if (processes.handle(NAME).isEmpty()) {
      Starter.requireFree(NAME, List.of(installation.port(Slot.POSTGRESQL)));
      boolean fresh = !Files.exists(marker());
      launch(fresh);
      if (fresh) {
        secure();
        Files.createFile(marker());
      }
    }
    for (String database : databases) {
      create(database);
    }
  }

  String jdbcUrl(String database) {
    return "jdbc:postgresql://127.0.0.1:%d/%s"
        .formatted(installation.port(Slot.POSTGRESQL), database);
  }

  String password(String role) {
    return secrets.get("postgresql." + role);
  }

  private void launch(boolean fresh) throws IOException, NotReadyException {
    Path log = installation.log(NAME);
    var builder =
        EmbeddedPostgres.builder()
            .setPort(installation.port(Slot.POSTGRESQL))
            .setDataDirectory(cluster())
            .setCleanDataDirectory(false)
            .setOverrideWorkingDirectory(installation.directory(NAME).resolve("binaries").toFile())
            .setRegisterShutdownHook(false)
            .setPGStartupWait(PATIENCE)
            .setServerConfig("listen_addresses", "127.0.0.1")
            .setServerConfig("unix_socket_directories", "''")
            .setServerConfig("max_connections", "100")
            .setServerConfig("shared_buffers", "64MB")
            .setErrorRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()));
    if (!fresh) {
      builder.setConnectConfig("password", password(SUPERUSER));
    }
    try {
      builder.start();
    } catch (IOException | IllegalStateException e) {
      throw new NotReadyException(NAME, NAME + " did not start: " + e.getMessage());
    }
    adopt();
  }

  /// Records a server of this copy that nobody recorded: who started it was killed before.
  void adopt() throws IOException {
    Path file = cluster().resolve("postmaster.pid");
    if (!Files.exists(file)) {
      return;
    }
    long pid = Long.parseLong(Files.readAllLines(file).getFirst().strip());
    var server = ProcessHandle.of(pid).filter(handle -> serves(handle.pid()));
    if (server.isPresent()) {
      processes.record(NAME, server.get(), installation.port(Slot.POSTGRESQL));
    }
  }

  // A pid is used again: only a server of this very cluster is ours.
  private boolean serves(long pid) {
    try {
      return Files.readString(Path.of("/proc/" + pid + "/cmdline")).contains(cluster().toString());
    } catch (IOException ended) {
      return false;
    }
  }

  // The embedded server lets anybody in at first: it gets a password, and asks for one from then
  // on.
  private void secure() throws SQLException, IOException {
    try (Connection connection = DriverManager.getConnection(jdbcUrl(SUPERUSER), SUPERUSER, "")) {
      execute(connection, "ALTER ROLE postgres PASSWORD '" + password(SUPERUSER) + "'");
      Files.writeString(
          cluster().resolve("pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
      execute(connection, "SELECT pg_reload_conf()");
    }
  }

  private void create(String database) throws SQLException {
    try (Connection connection =
        DriverManager.getConnection(jdbcUrl(SUPERUSER), SUPERUSER, password(SUPERUSER))) {
      if (exists(connection, database)) {
        return;
      }
      execute(
          connection, "CREATE ROLE " + database + " LOGIN PASSWORD '" + password(database) + "'");
      execute(connection, "CREATE DATABASE " + database + " OWNER " + database);
      execute(connection, "REVOKE ALL ON DATABASE " + database + " FROM PUBLIC");
    }
  }

  private static boolean exists(Connection connection, String database) throws SQLException {
    try (var query = connection.prepareStatement("SELECT 1 FROM pg_database WHERE datname = ?")) {
      query.setString(1, database);
      return query.executeQuery().next();
    }
  }

  private static void execute(Connection connection, String statement) throws SQLException {
    try (var sql = connection.createStatement()) {
      sql.execute(statement);
    }
  }

  private Path cluster() {
    return installation.directory(NAME).resolve("cluster");
  }

  private Path marker() {
    return installation.directory(NAME).resolve("secured");
  }
}
