package org.vigie.alerts.record;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.vigie.alerts.record.Outgoing.BarrierMark;
import org.vigie.alerts.record.Outgoing.Message;

/// What has been recorded and has not left yet.
public final class OutboxTable {

  private static final String INSERT =
      """
      INSERT INTO outbox (partition, input_offset, rank,
                          barrier, topic, target_partition, key, headers, value)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  // Whole input records: what one of them causes leaves in one transaction.
  private static final String NEXT =
      """
      SELECT * FROM outbox
      WHERE partition = ? AND input_offset IN (
        SELECT DISTINCT input_offset FROM outbox
        WHERE partition = ? ORDER BY input_offset LIMIT ?)
      ORDER BY input_offset, rank
      """;

  // Kafka knows what has left: what a crash brings back is forgotten again.
  private static final String WITHOUT_WAITING = "SET LOCAL synchronous_commit = off";

  private static final String PASS =
      """
      INSERT INTO barrier_passed (barrier, partition)
      SELECT barrier, partition FROM outbox
      WHERE partition = ? AND input_offset < ? AND barrier IS NOT NULL
      ON CONFLICT DO NOTHING
      """;

  private static final String DELETE =
      "DELETE FROM outbox WHERE partition = ? AND input_offset < ?";

  private final DataSource database;

  public OutboxTable(DataSource database) {
    this.database = database;
  }

  /// The first rows of a partition, in order: all those of at most so many input records.
  public List<OutboxRow> next(int partition, int inputsMax) {
    try (var connection = database.getConnection();
        var select = connection.prepareStatement(NEXT)) {
      select.setInt(1, partition);
      select.setInt(2, partition);
      select.setInt(3, inputsMax);
      try (var rows = select.executeQuery()) {
        List<OutboxRow> outbox = new ArrayList<>();
        while (rows.next()) {
          outbox.add(row(rows));
        }
        return outbox;
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the outbox of partition " + partition + " is closed", e);
    }
  }

  /// Forgets what has left: all rows of a partition before an input offset. The barriers among them
  /// are passed. A database that crashes may bring the last of it back.
  public void finish(int partition, long inputOffset) {
    try (var connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        doNotWaitForTheDisk(connection);
        execute(connection, PASS, partition, inputOffset);
        execute(connection, DELETE, partition, inputOffset);
        connection.commit();
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the outbox of partition " + partition + " is closed", e);
    }
  }

  private static void doNotWaitForTheDisk(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(WITHOUT_WAITING);
    }
  }

  static void insert(Connection connection, List<OutboxRow> rows) throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    try (var insert = connection.prepareStatement(INSERT)) {
      for (var row : rows) {
        insert.setInt(1, row.partition());
        insert.setLong(2, row.offset());
        insert.setInt(3, row.rank());
        bind(insert, row.content());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private static void bind(PreparedStatement insert, Outgoing content) throws SQLException {
    switch (content) {
      case BarrierMark(String barrier) -> {
        insert.setString(4, barrier);
        insert.setNull(5, Types.VARCHAR);
        insert.setNull(6, Types.INTEGER);
        insert.setNull(7, Types.VARCHAR);
        insert.setNull(8, Types.ARRAY);
        insert.setNull(9, Types.BINARY);
      }
      case Message message -> {
        insert.setNull(4, Types.VARCHAR);
        insert.setString(5, message.topic());
        insert.setObject(6, message.partition(), Types.INTEGER);
        insert.setString(7, message.key());
        insert.setArray(8, insert.getConnection().createArrayOf("text", pairs(message.headers())));
        insert.setBytes(9, message.value());
      }
    }
  }

  private static OutboxRow row(ResultSet row) throws SQLException {
    return new OutboxRow(
        row.getInt("partition"), row.getLong("input_offset"), row.getInt("rank"), content(row));
  }

  private static Outgoing content(ResultSet row) throws SQLException {
    var barrier = row.getString("barrier");
    return barrier != null
        ? new BarrierMark(barrier)
        : new Message(
            row.getString("topic"),
            row.getObject("target_partition", Integer.class),
            row.getString("key"),
            headers((String[]) row.getArray("headers").getArray()),
            row.getBytes("value"));
  }

  private static Object[] pairs(Map<String, String> headers) {
    List<String> pairs = new ArrayList<>();
    headers.forEach((name, value) -> pairs.addAll(List.of(name, value)));
    return pairs.toArray();
  }

  private static Map<String, String> headers(String[] pairs) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      headers.put(pairs[i], pairs[i + 1]);
    }
    return headers;
  }

  private static void execute(
      Connection connection, String statement, int partition, long inputOffset)
      throws SQLException {
    try (var prepared = connection.prepareStatement(statement)) {
      prepared.setInt(1, partition);
      prepared.setLong(2, inputOffset);
      prepared.executeUpdate();
    }
  }
}
