package org.vigie.devkit.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.devkit.installation.Installation;
import org.vigie.devkit.installation.Secrets;
import org.vigie.devkit.installation.Slot;
import org.vigie.devkit.watch.Patience;

/// The real server of a copy, started, killed and started again.
class PostgresTest {

  private static final Path HOME = Path.of("..");
  private static final List<String> DATABASES = List.of("ingestion");

  @TempDir Path data;

  private ProcessTable processes;
  private Postgres postgres;

  @BeforeEach
  void startServer() throws Exception {
    var installation = Installation.open(HOME, data, freePortBase());
    processes = new ProcessTable(installation);
    postgres = new Postgres(installation, Secrets.of(installation), processes);
    start();
  }

  @AfterEach
  void endServer() {
    processes.alive().forEach(processes::stop);
  }

  @ParameterizedTest
  @ValueSource(strings = {"fsync", "synchronous_commit", "full_page_writes"})
  void whatIsCommittedIsOnDisk(String setting) throws Exception {
    assertThat(query("SHOW " + setting)).isEqualTo("on");
  }

  @Test
  void whatIsCommittedStaysWhenTheServerIsKilled() throws Exception {
    execute("CREATE TABLE fact AS SELECT 'kept' AS value");

    try (Connection busy = connect()) {
      // A child at work outlives its server for as long as the work takes.
      busy.setAutoCommit(false);
      busy.createStatement().execute("UPDATE fact SET value = 'never answered'");
      kill();
      start();
    }

    assertThat(query("SELECT value FROM fact")).isEqualTo("kept");
  }

  @Test
  void aPidFileThatNamesAnotherProcessDoesNotStopTheNextStart() throws Exception {
    kill();
    Path pidFile = data.resolve("postgresql/cluster/postmaster.pid");
    List<String> lines = Files.readAllLines(pidFile);
    lines.set(0, "" + ProcessHandle.current().pid());
    Files.write(pidFile, lines);

    start();

    assertThat(query("SELECT 1")).isEqualTo("1");
  }

  @Test
  void nobodyEntersWithoutAPassword() {
    assertThat(catchState("postgres")).isEqualTo("28P01");
  }

  @Test
  void theClusterIsItsOwnersAlone() throws Exception {
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(data.resolve("postgresql/cluster"))))
        .isEqualTo("rwx------");
    assertThat(data.resolve("postgresql/password")).doesNotExist();
  }

  private void start() throws Exception {
    new Starter(processes, _ -> {}, Patience.TOTAL).start(postgres.launch());
    postgres.create(DATABASES);
  }

  private void kill() {
    ProcessHandle server = processes.handle(Postgres.NAME).orElseThrow();
    server.destroyForcibly();
    server.onExit().join();
  }

  private String catchState(String user) {
    try (Connection connection =
        DriverManager.getConnection(postgres.jdbcUrl("ingestion"), user, "wrong")) {
      return "entered " + connection;
    } catch (SQLException e) {
      return String.valueOf(e.getSQLState());
    }
  }

  private String query(String query) throws SQLException {
    try (Connection connection = connect();
        var rows = connection.createStatement().executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private void execute(String statement) throws SQLException {
    try (Connection connection = connect();
        var sql = connection.createStatement()) {
      sql.execute(statement);
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(
        postgres.jdbcUrl("ingestion"), "ingestion", postgres.password("ingestion"));
  }

  // The system's choice for the server's port, and the base that gives it.
  private static int freePortBase() throws IOException {
    try (var free = new ServerSocket(0)) {
      return free.getLocalPort()
          - new Installation(HOME, HOME, 20_000).port(Slot.POSTGRESQL)
          + 20_000;
    }
  }
}
