package org.vigie.alerts.record;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.vigie.alerts.decide.Closing;
import org.vigie.alerts.decide.Rung;
import org.vigie.alerts.decide.Standing;
import org.vigie.schemas.AlertState;

/// The standings of a batch: read together in one query, changed in memory, written together.
final class Standings {

  private static final String SELECT = "SELECT * FROM standing WHERE siren = ANY (?)";
  private static final String SELECT_DUE =
      "SELECT * FROM standing WHERE partition = ? AND held_until <= ?";
  private static final String UPSERT =
      """
      INSERT INTO standing (subscription, siren, partition, version, rung, held, crossings,
                            last_state, closed_on, closed_from, held_until, held_score)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (siren, subscription) DO UPDATE SET
        version = excluded.version, rung = excluded.rung, held = excluded.held,
        crossings = excluded.crossings, last_state = excluded.last_state,
        closed_on = excluded.closed_on, closed_from = excluded.closed_from,
        held_until = excluded.held_until, held_score = excluded.held_score
      """;

  private final Connection connection;
  private final Map<StandingKey, KeptStanding> known = new HashMap<>();
  private final Map<StandingKey, KeptStanding> changed = new TreeMap<>();

  private Standings(Connection connection) {
    this.connection = connection;
  }

  static Standings read(Connection connection, Collection<String> sirens) throws SQLException {
    var standings = new Standings(connection);
    try (var select = connection.prepareStatement(SELECT)) {
      select.setArray(1, connection.createArrayOf("text", sirens.toArray()));
      standings.learn(select);
    }
    return standings;
  }

  Standing of(StandingKey key) {
    var kept = known.get(key);
    return kept == null ? Standing.UNSEEN : kept.standing();
  }

  Optional<KeptStanding> find(StandingKey key) {
    return Optional.ofNullable(known.get(key));
  }

  /// The standings of a partition whose held crossing is due, in order of key.
  List<StandingKey> due(int partition, LocalDate openDay) throws SQLException {
    try (var select = connection.prepareStatement(SELECT_DUE)) {
      select.setInt(1, partition);
      select.setDate(2, Date.valueOf(openDay));
      learn(select);
    }
    return known.entrySet().stream()
        .filter(entry -> entry.getValue().partition() == partition)
        .filter(entry -> entry.getValue().due(openDay).isPresent())
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  void put(StandingKey key, KeptStanding kept) {
    known.put(key, kept);
    changed.put(key, kept);
  }

  void write() throws SQLException {
    if (changed.isEmpty()) {
      return;
    }
    try (var upsert = connection.prepareStatement(UPSERT)) {
      for (var entry : changed.entrySet()) {
        bind(upsert, entry.getKey(), entry.getValue());
        upsert.addBatch();
      }
      upsert.executeBatch();
    }
  }

  // What this batch has changed is newer than what stands in the table.
  private void learn(PreparedStatement select) throws SQLException {
    try (var rows = select.executeQuery()) {
      while (rows.next()) {
        known.putIfAbsent(
            new StandingKey(rows.getString("subscription"), rows.getString("siren")), kept(rows));
      }
    }
  }

  private static KeptStanding kept(ResultSet row) throws SQLException {
    var lastState = row.getString("last_state");
    return new KeptStanding(
        row.getInt("partition"),
        new Standing(
            row.getInt("version"),
            Rung.valueOf(row.getString("rung")),
            Rung.valueOf(row.getString("held")),
            row.getInt("crossings"),
            lastState == null ? null : AlertState.valueOf(lastState),
            closing(row)),
        row.getBytes("held_score"));
  }

  private static @Nullable Closing closing(ResultSet row) throws SQLException {
    var day = row.getDate("closed_on");
    return day == null
        ? null
        : new Closing(day.toLocalDate(), Rung.valueOf(row.getString("closed_from")));
  }

  private static void bind(PreparedStatement upsert, StandingKey key, KeptStanding kept)
      throws SQLException {
    var standing = kept.standing();
    var close = standing.lastClose();
    var lastState = standing.lastStateOrNull();
    upsert.setString(1, key.subscription());
    upsert.setString(2, key.siren());
    upsert.setInt(3, kept.partition());
    upsert.setInt(4, standing.version());
    upsert.setString(5, standing.rung().name());
    upsert.setString(6, standing.held().name());
    upsert.setInt(7, standing.crossings());
    upsert.setString(8, lastState == null ? null : lastState.name());
    upsert.setDate(9, close.map(Closing::day).map(Date::valueOf).orElse(null));
    upsert.setString(10, close.map(Closing::from).map(Rung::name).orElse(null));
    upsert.setDate(11, standing.heldUntil().map(Date::valueOf).orElse(null));
    upsert.setBytes(12, kept.heldScore());
  }
}
