package org.vigie.ingestion.journal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import org.vigie.ingestion.delivery.Source;

/// Removes pushes whose keys are no longer honoured. Of those that were published it keeps, for
/// each source, what the rest of the journal asks: when the last one was ingested.
@ApplicationScoped
public class OldPushes {

  /// For how long a push that comes again under its Idempotency-Key is known. A sender that repeats
  /// a push after an outage does so within days; a monthly one repeats the last month's.
  public static final int HONOURED_DAYS = 30;

  // What is open is settled by the log, whatever its age.
  private static final String REMOVE =
      """
      with old as (
        delete from push where id in (
          select id from push
            where source = :source and ingested_at < :before and state <> 'open'
            order by ingested_at limit :max)
        returning ingested_at, last_known_at, state),
      published as (
        insert into push_removed (source, ingested_at, last_known_at)
          select :source, max(ingested_at), max(last_known_at) from old
            where state = 'committed' having count(*) > 0
        on conflict (source) do update set
          ingested_at = greatest(push_removed.ingested_at, excluded.ingested_at),
          last_known_at = greatest(push_removed.last_known_at, excluded.last_known_at))
      select count(*) from old""";

  private final Clock clock;
  private final EntityManager database;

  OldPushes(Clock clock, EntityManager database) {
    this.clock = clock;
    this.database = database;
  }

  /// Removes the oldest of each source.
  ///
  /// @param max at most so many of a source
  /// @return how many of the source of which most were removed
  @Transactional
  public int remove(int max) {
    // A removal that a crash of the database loses is repeated.
    database.createNativeQuery("set local synchronous_commit = off").executeUpdate();
    return Arrays.stream(Source.values()).mapToInt(source -> remove(source, max)).max().orElse(0);
  }

  private int remove(Source source, int max) {
    var before = clock.instant().minus(Duration.ofDays(HONOURED_DAYS));
    var removed =
        (Number)
            database
                .createNativeQuery(REMOVE)
                .setParameter("source", source.text())
                .setParameter("before", before)
                .setParameter("max", max)
                .getSingleResult();
    return removed.intValue();
  }
}
