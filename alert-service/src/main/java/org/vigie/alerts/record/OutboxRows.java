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
import org.vigie.alerts.record.Outgoing.BarrierMark;
import org.vigie.alerts.record.Outgoing.Message;

/// Rows of the outbox as its tables hold them.
final class OutboxRows {

  static final String COLUMNS =
      "partition, input_offset, rank, barrier, topic, target_partition, key, headers, value";

  private static final String INSERT =
      "INSERT INTO outbox (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";

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

  /// All rows that a query of [#COLUMNS] gives, in its order.
  static List<OutboxRow> read(PreparedStatement select) throws SQLException {
    try (var rows = select.executeQuery()) {
      List<OutboxRow> outbox = new ArrayList<>();
      while (rows.next()) {
        outbox.add(row(rows));
      }
      return outbox;
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

  private OutboxRows() {}
}
