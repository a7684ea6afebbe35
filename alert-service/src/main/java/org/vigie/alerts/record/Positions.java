package org.vigie.alerts.record;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.vigie.alerts.consume.ScoreBatch.Move;
import org.vigie.schemas.Topics;

/// How far `company-scores` has been decided, partition by partition.
final class Positions {

  private static final String TOPIC = Topics.COMPANY_SCORES.name();

  private static final String MOVE =
      """
      UPDATE consumer_position SET position = ?
      WHERE topic = ? AND partition = ? AND position = ?
      """;

  private static final String SELECT =
      "SELECT partition, position FROM consumer_position WHERE topic = ?";

  static Map<Integer, Long> read(Connection connection) throws SQLException {
    try (var select = connection.prepareStatement(SELECT)) {
      select.setString(1, TOPIC);
      try (var rows = select.executeQuery()) {
        Map<Integer, Long> positions = new HashMap<>();
        while (rows.next()) {
          positions.put(rows.getInt(1), rows.getLong(2));
        }
        return positions;
      }
    }
  }

  /// Moves each partition from where it is expected to stand, in order of partition, as whoever
  /// locks several positions must. False when one does not stand there: the transaction is a
  /// zombie's and must be rolled back.
  static boolean move(Connection connection, Map<Integer, Move> moves) throws SQLException {
    try (var update = connection.prepareStatement(MOVE)) {
      for (var move : new TreeMap<>(moves).entrySet()) {
        update.setLong(1, move.getValue().next());
        update.setString(2, TOPIC);
        update.setInt(3, move.getKey());
        update.setLong(4, move.getValue().expected());
        if (update.executeUpdate() == 0) {
          return false;
        }
      }
      return true;
    }
  }

  private Positions() {}
}
