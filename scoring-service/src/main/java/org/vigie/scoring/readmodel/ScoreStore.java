package org.vigie.scoring.readmodel;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;
import org.vigie.schemas.events.ScoreEvent.ScoreOfCompany;

/// Latest outcomes and the positions up to which they hold: always moved in one transaction.
@ApplicationScoped
public class ScoreStore implements PanacheRepositoryBase<ScoreRow, String> {

  // Statements in one round trip to PostgreSQL.
  private static final int BATCH = 200;

  private final StatelessSession session;

  public ScoreStore(StatelessSession session) {
    this.session = session;
  }

  /// The latest outcome of a company; empty when none was ever published.
  public Optional<ScoreRow> latest(String siren) {
    return findByIdOptional(siren);
  }

  /// The offsets from which to read on, one per partition; a partition never read begins at 0.
  @Transactional
  public Map<Integer, Long> positions(Collection<Integer> partitions) {
    for (int partition : partitions) {
      session
          .createNativeMutationQuery(
              "insert into feed_position values (:partition, 0) on conflict do nothing")
          .setParameter("partition", partition)
          .executeUpdate();
    }
    return locked(partitions).stream()
        .collect(Collectors.toMap(one -> one.partition, one -> one.position));
  }

  /// Takes records, in order within each partition, and moves the positions beyond them. What
  /// stands before a position was taken already and is passed over, so the same records may come
  /// again, from another instance too.
  @Transactional
  public void take(List<Arrival> arrivals) {
    var positions = new HashMap<Integer, FeedPosition>();
    locked(arrivals.stream().map(Arrival::partition).collect(Collectors.toSet()))
        .forEach(one -> positions.put(one.partition, one));
    var latest = new LinkedHashMap<String, ScoreOfCompany>();
    for (var arrival : arrivals) {
      var position = positions.get(arrival.partition());
      if (position != null && arrival.offset() >= position.position) {
        position.position = arrival.offset() + 1;
        arrival.score().ifPresent(score -> latest.put(score.body().getSiren(), score));
      }
    }
    session.setJdbcBatchSize(BATCH);
    session.upsertMultiple(latest.values().stream().map(ScoreRow::new).toList());
    session.updateMultiple(List.copyOf(positions.values()));
  }

  /// Positions, held until the transaction ends: two instances take turns.
  private List<FeedPosition> locked(Collection<Integer> partitions) {
    return session
        .createSelectionQuery(
            "from FeedPosition where partition in :partitions order by partition",
            FeedPosition.class)
        .setParameterList("partitions", partitions)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList();
  }
}
