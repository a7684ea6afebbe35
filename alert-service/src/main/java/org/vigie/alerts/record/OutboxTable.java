package org.vigie.alerts.record;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;

/// What has been recorded and has not left yet: the outbox, and beside it what was set aside
/// because its topic takes nothing.
public final class OutboxTable {

  // Whole input records: what one of them causes leaves in one transaction.
  private static final String NEXT =
      """
      SELECT %1$s FROM outbox
      WHERE partition = ? AND input_offset IN (
        SELECT DISTINCT input_offset FROM outbox
        WHERE partition = ? ORDER BY input_offset LIMIT ?)
      ORDER BY input_offset, rank
      """
          .formatted(OutboxRows.COLUMNS);

  private static final String NEXT_ASIDE =
      """
      SELECT %1$s FROM outbox_aside
      WHERE partition = ? AND topic = ? AND input_offset IN (
        SELECT DISTINCT input_offset FROM outbox_aside
        WHERE partition = ? AND topic = ? ORDER BY input_offset LIMIT ?)
      ORDER BY input_offset, rank
      """
          .formatted(OutboxRows.COLUMNS);

  // Kafka knows what has left: what a crash brings back is forgotten again.
  private static final String WITHOUT_WAITING = "SET LOCAL synchronous_commit = off";

  // Kafka's position passes over what is set aside: on disk first, or a crash would lose it.
  private static final String WAITING = "SET LOCAL synchronous_commit = on";

  private static final String PASS =
      """
      INSERT INTO barrier_passed (barrier, partition)
      SELECT barrier, partition FROM outbox
      WHERE partition = ? AND input_offset < ? AND barrier IS NOT NULL
      ON CONFLICT DO NOTHING
      """;

  private static final String DELETE =
      "DELETE FROM outbox WHERE partition = ? AND input_offset < ?";

  private static final String DELETE_ASIDE =
      "DELETE FROM outbox_aside WHERE partition = ? AND topic = ? AND input_offset < ?";

  private static final String SET_ASIDE =
      """
      WITH moved AS (
        DELETE FROM outbox WHERE partition = ? AND topic = ANY (?) RETURNING %1$s)
      INSERT INTO outbox_aside (%1$s) SELECT %1$s FROM moved
      """
          .formatted(OutboxRows.COLUMNS);

  private static final String TOPICS_ASIDE =
      "SELECT DISTINCT topic FROM outbox_aside WHERE partition = ?";

  private static final String COUNT_ASIDE =
      "SELECT count(*) FROM outbox_aside WHERE partition = ? AND topic = ?";

  private final DataSource database;

  public OutboxTable(DataSource database) {
    this.database = database;
  }

  /// The outbox of an input partition. To finish a place passes the barriers before it.
  public OutboxQueue ofPartition(int partition) {
    return new OutboxQueue() {
      @Override
      public List<OutboxRow> next(int inputsMax) {
        return select(NEXT, partition, partition, inputsMax);
      }

      @Override
      public void finish(long inputOffset) {
        change(
            WITHOUT_WAITING,
            new Statement(PASS, partition, inputOffset),
            new Statement(DELETE, partition, inputOffset));
      }
    };
  }

  /// What was set aside of an input partition for a topic.
  public OutboxQueue aside(int partition, String topic) {
    return new OutboxQueue() {
      @Override
      public List<OutboxRow> next(int inputsMax) {
        return select(NEXT_ASIDE, partition, topic, partition, topic, inputsMax);
      }

      @Override
      public void finish(long inputOffset) {
        change(WITHOUT_WAITING, new Statement(DELETE_ASIDE, partition, topic, inputOffset));
      }
    };
  }

  /// Sets aside all that an input partition has for some topics: on disk when this returns.
  public void setAside(int partition, Collection<String> topics) {
    change(WAITING, new Statement(SET_ASIDE, partition, topics.toArray(String[]::new)));
  }

  /// The topics for which something of an input partition is set aside.
  public Set<String> topicsAside(int partition) {
    return within(
        TOPICS_ASIDE,
        select -> {
          try (var rows = select.executeQuery()) {
            Set<String> topics = new TreeSet<>();
            while (rows.next()) {
              topics.add(rows.getString(1));
            }
            return topics;
          }
        },
        partition);
  }

  /// How many messages of an input partition are set aside for a topic.
  public long countAside(int partition, String topic) {
    return within(
        COUNT_ASIDE,
        select -> {
          try (var rows = select.executeQuery()) {
            rows.next();
            return rows.getLong(1);
          }
        },
        partition,
        topic);
  }

  private List<OutboxRow> select(String query, Object... values) {
    return within(query, OutboxRows::read, values);
  }

  private record Statement(String text, Object... values) {}

  @FunctionalInterface
  private interface Reading<T> {
    T of(PreparedStatement select) throws SQLException;
  }

  private <T> T within(String query, Reading<T> reading, Object... values) {
    try (var connection = database.getConnection();
        var select = prepared(connection, query, values)) {
      return reading.of(select);
    } catch (SQLException e) {
      throw closed(e);
    }
  }

  private void change(String durability, Statement... statements) {
    try (var connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        execute(connection, durability);
        for (var statement : statements) {
          execute(connection, statement.text(), statement.values());
        }
        connection.commit();
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw closed(e);
    }
  }

  private static void execute(Connection connection, String text, Object... values)
      throws SQLException {
    try (var prepared = prepared(connection, text, values)) {
      prepared.execute();
    }
  }

  private static PreparedStatement prepared(Connection connection, String text, Object... values)
      throws SQLException {
    var prepared = connection.prepareStatement(text);
    for (int at = 0; at < values.length; at++) {
      if (values[at] instanceof String[] texts) {
        prepared.setArray(at + 1, connection.createArrayOf("text", texts));
      } else {
        prepared.setObject(at + 1, values[at]);
      }
    }
    return prepared;
  }

  private static IllegalStateException closed(SQLException e) {
    return new IllegalStateException("the outbox is closed", e);
  }
}
