package org.vigie.devkit.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.vigie.devkit.installation.Installation;
import org.vigie.devkit.installation.PrivateDirectory;
import org.vigie.devkit.installation.PrivateFile;
import org.vigie.devkit.installation.Secrets;
import org.vigie.devkit.installation.Slot;

/// PostgreSQL: one database and one role for each process that keeps tables. What it has answered
/// stays, whenever it is killed.
final class Postgres {

  static final String NAME = "postgresql";

  private static final String SUPERUSER = "postgres";
  private static final int PROBE_SECONDS = 2;

  private final Installation installation;
  private final Secrets secrets;
  private final ProcessTable processes;

  Postgres(Installation installation, Secrets secrets, ProcessTable processes) {
    this.installation = installation;
    this.secrets = secrets;
    this.processes = processes;
  }

  /// How the server is started, its cluster made at the first start.
  Launch launch() throws IOException, InterruptedException {
    var binaries = PostgresBinaries.of(installation.parts());
    if (processes.handle(NAME).isEmpty()) {
      new PostgresRemains(cluster()).clear();
    }
    if (!Files.exists(cluster())) {
      makeCluster(binaries);
    }
    return new Launch(
        NAME,
        List.of(installation.port(Slot.POSTGRESQL)),
        binaries.command("postgres", arguments()),
        Map.of(),
        installation.directory(NAME),
        this::ready);
  }

  /// Makes the databases that are missing, each with a role of its own.
  void create(List<String> databases) throws SQLException {
    try (Connection connection = connect(new Properties())) {
      for (String database : databases) {
        create(connection, database);
      }
    }
  }

  String jdbcUrl(String database) {
    return "jdbc:postgresql://127.0.0.1:%d/%s"
        .formatted(installation.port(Slot.POSTGRESQL), database);
  }

  String password(String role) {
    return secrets.get("postgresql." + role);
  }

  // On the command line they win over whatever the cluster's own files say.
  private List<String> arguments() {
    var arguments = new ArrayList<String>();
    arguments.addAll(List.of("-D", cluster().toString()));
    for (String setting :
        List.of(
            // Acknowledged is on disk: a service answers its sender when the commit returns.
            "fsync=on",
            "synchronous_commit=on",
            "full_page_writes=on",
            "port=" + installation.port(Slot.POSTGRESQL),
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "max_connections=100",
            "shared_buffers=64MB",
            "timezone=UTC")) {
      arguments.addAll(List.of("-c", setting));
    }
    return arguments;
  }

  // Made aside and then named: under its name there is never half a cluster.
  private void makeCluster(PostgresBinaries binaries) throws IOException, InterruptedException {
    Path directory = installation.directory(NAME);
    Path next = PrivateDirectory.empty(directory.resolve("next"));
    Path password = directory.resolve("password");
    PrivateFile.write(password, password(SUPERUSER));
    try {
      var log = installation.log(NAME + "-initdb");
      Child.run(
          Child.of(
              binaries.command(
                  "initdb",
                  List.of(
                      "--pgdata=" + next,
                      "--username=" + SUPERUSER,
                      "--pwfile=" + password,
                      "--auth=scram-sha-256",
                      "--encoding=UTF-8",
                      "--no-locale")),
              directory,
              log),
          "PostgreSQL's cluster could not be made",
          log);
      Files.move(next, cluster());
    } finally {
      Files.delete(password);
    }
  }

  private boolean ready() throws SQLException {
    var patience = new Properties();
    patience.setProperty("loginTimeout", "" + PROBE_SECONDS);
    patience.setProperty("connectTimeout", "" + PROBE_SECONDS);
    patience.setProperty("socketTimeout", "" + PROBE_SECONDS);
    try (Connection connection = connect(patience)) {
      return connection.isValid(PROBE_SECONDS);
    }
  }

  private Connection connect(Properties settings) throws SQLException {
    settings.setProperty("user", SUPERUSER);
    settings.setProperty("password", password(SUPERUSER));
    return DriverManager.getConnection(jdbcUrl(SUPERUSER), settings);
  }

  private void create(Connection connection, String database) throws SQLException {
    // The role may be there already: a start was killed between the two.
    if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", database)) {
      execute(
          connection, "CREATE ROLE " + database + " LOGIN PASSWORD '" + password(database) + "'");
    }
    if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", database)) {
      execute(connection, "CREATE DATABASE " + database + " OWNER " + database);
    }
    execute(connection, "REVOKE ALL ON DATABASE " + database + " FROM PUBLIC");
  }

  private static boolean exists(Connection connection, String query, String name)
      throws SQLException {
    try (var statement = connection.prepareStatement(query)) {
      statement.setString(1, name);
      return statement.executeQuery().next();
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
}
