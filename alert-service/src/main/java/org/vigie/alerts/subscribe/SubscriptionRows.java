package org.vigie.alerts.subscribe;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.vigie.alerts.subscribe.Trigger.AtLevel;
import org.vigie.alerts.subscribe.Trigger.AtThreshold;
import org.vigie.schemas.Level;
import org.vigie.schemas.access.Right;
import org.vigie.schemas.access.Zone;

/// Reads the book inside the transaction of a batch, for one thread at a time. The table
/// `subscription_book` has an edition that every change of a version raises: a book of the same
/// edition is the same book. Plain JDBC: it must see what the transaction
/// that holds the positions sees, on its connection, and keep no entity from one batch to the next.
public final class SubscriptionRows {

  private static final String SELECT =
      """
      SELECT v.subscription, s.administration, v.version, v.horizon, v.level, v.threshold,
             v.departements, v.rights, v.zones, v.starts, v.ended
      FROM subscription_version v JOIN subscription s ON s.id = v.subscription
      """;

  private static final String EDITION = "SELECT edition FROM subscription_book";

  private long edition = -1;
  private SubscriptionBook book = new SubscriptionBook(List.of());

  /// The book as the transaction sees it: read again only when a subscription has changed.
  public SubscriptionBook read(Connection connection) throws SQLException {
    var present = edition(connection);
    if (present != edition) {
      book = readAll(connection);
      edition = present;
    }
    return book;
  }

  private static long edition(Connection connection) throws SQLException {
    try (var select = connection.prepareStatement(EDITION);
        var rows = select.executeQuery()) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private static SubscriptionBook readAll(Connection connection) throws SQLException {
    try (var select = connection.prepareStatement(SELECT);
        var rows = select.executeQuery()) {
      List<Subscription> versions = new ArrayList<>();
      while (rows.next()) {
        versions.add(subscription(rows));
      }
      return new SubscriptionBook(versions);
    }
  }

  private static Subscription subscription(ResultSet row) throws SQLException {
    return new Subscription(
        row.getString("subscription"),
        row.getString("administration"),
        row.getInt("version"),
        terms(row),
        rights(texts(row, "rights")),
        Zone.ofClaims(texts(row, "zones")),
        List.of((Long[]) row.getArray("starts").getArray()),
        row.getBoolean("ended"));
  }

  private static Terms terms(ResultSet row) throws SQLException {
    var level = row.getString("level");
    return new Terms(
        Horizon.ofMonths(row.getInt("horizon")).orElseThrow(),
        level == null
            ? new AtThreshold(row.getDouble("threshold"))
            : new AtLevel(Level.valueOf(level)),
        new TreeSet<>(texts(row, "departements")));
  }

  private static Set<Right> rights(List<String> claims) {
    return claims.stream()
        .map(Right::ofClaim)
        .flatMap(Optional::stream)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static List<String> texts(ResultSet row, String column) throws SQLException {
    return Arrays.asList((String[]) row.getArray(column).getArray());
  }
}
