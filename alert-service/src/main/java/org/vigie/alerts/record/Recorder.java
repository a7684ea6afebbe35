package org.vigie.alerts.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.Date;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.vigie.alerts.consume.Reading;
import org.vigie.alerts.consume.ScoreBatch;
import org.vigie.alerts.consume.ScoreReader;
import org.vigie.alerts.consume.ScoreSink;
import org.vigie.alerts.subscribe.SubscriptionRows;
import org.vigie.schemas.AlertEvent;

/// Decides a batch and writes what follows from it — alerts, outbox, standings, positions — in one
/// database transaction. For one thread at a time.
///
/// Plain JDBC, not entities: a batch is a handful of statements over hundreds of rows, and its
/// first one must be the conditional update that makes a zombie's batch void.
public final class Recorder implements ScoreSink {

  private static final String INSERT_ALERT =
      """
      INSERT INTO alert (id, administration, siren, crossing, as_of, document)
      VALUES (?, ?, ?, ?, ?, ?)
      """;

  private final DataSource database;
  private final ScoreReader reader;
  private final SubscriptionRows book = new SubscriptionRows();
  private final MessageWriter messages;
  private final ObjectMapper json;
  private final Consumer<Set<Integer>> recorded;

  /// @param recorded hears, after the commit, of the partitions from which something leaves
  public Recorder(
      DataSource database,
      ScoreReader reader,
      MessageWriter messages,
      ObjectMapper json,
      Consumer<Set<Integer>> recorded) {
    this.database = database;
    this.reader = reader;
    this.messages = messages;
    this.json = json;
    this.recorded = recorded;
  }

  @Override
  public Map<Integer, Long> positions() {
    try (var connection = database.getConnection()) {
      return Positions.read(connection);
    } catch (SQLException e) {
      throw new IllegalStateException("the positions cannot be read", e);
    }
  }

  @Override
  public boolean record(ScoreBatch batch) {
    try (var connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        return record(connection, batch);
      } finally {
        // Nothing after a commit; everything after a failure or on a zombie.
        connection.rollback();
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("a batch of " + batch.items().size() + " records failed", e);
    }
  }

  private boolean record(Connection connection, ScoreBatch batch) throws SQLException {
    if (!Positions.move(connection, batch.moves())) {
      return false;
    }
    var standings = Standings.read(connection, sirens(batch));
    var decisions = new BatchDecisions(book.read(connection), standings, reader, messages);
    for (var item : batch.items()) {
      decisions.decide(item);
    }
    standings.write();
    insert(connection, decisions.alerts());
    OutboxRows.insert(connection, decisions.outbox());
    connection.commit();
    recorded.accept(
        decisions.outbox().stream().map(OutboxRow::partition).collect(Collectors.toSet()));
    return true;
  }

  private void insert(Connection connection, List<AlertEvent> alerts) throws SQLException {
    if (alerts.isEmpty()) {
      return;
    }
    try (var insert = connection.prepareStatement(INSERT_ALERT)) {
      for (var alert : alerts) {
        insert.setString(1, alert.getId());
        insert.setString(2, alert.getAdministration());
        insert.setString(3, alert.getSiren());
        insert.setInt(4, alert.getCrossing());
        insert.setDate(5, Date.valueOf(alert.getAsOf()));
        insert.setString(6, document(alert));
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private String document(AlertEvent alert) {
    try {
      return json.writeValueAsString(AlertDocument.of(alert));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("alert " + alert.getId() + " has no JSON", e);
    }
  }

  private static Set<String> sirens(ScoreBatch batch) {
    return batch.items().stream()
        .map(ScoreBatch.Item::reading)
        .filter(Reading.Score.class::isInstance)
        .map(reading -> ((Reading.Score) reading).observation().siren())
        .collect(Collectors.toSet());
  }
}
