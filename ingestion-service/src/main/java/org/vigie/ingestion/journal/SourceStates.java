package org.vigie.ingestion.journal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.vigie.ingestion.delivery.Source;

/// When each source was last heard of.
@ApplicationScoped
public class SourceStates {

  private final EntityManager database;

  SourceStates(EntityManager database) {
    this.database = database;
  }

  /// @param lastDelivery when its last file or push was taken; null when none was
  /// @param lastFact latest instant from which one of its facts is known; null without facts
  @Schema(name = "Source")
  public record SourceState(
      String source, @Nullable Instant lastDelivery, @Nullable Instant lastFact) {}

  @Transactional
  public List<SourceState> all() {
    return Arrays.stream(Source.values()).map(this::of).toList();
  }

  private SourceState of(Source source) {
    var row =
        (Object[])
            database
                .createNativeQuery(
                    """
                    select max(ingested_at), max(last_known_at) from (
                      select ingested_at, last_known_at from delivery
                        where source = :source and state = 'loaded'
                      union all
                      select ingested_at, last_known_at from push
                        where source = :source and state = 'committed'
                      union all
                      select ingested_at, last_known_at from push_removed
                        where source = :source) heard\
                    """)
                .setParameter("source", source.text())
                .getSingleResult();
    return new SourceState(source.text(), (Instant) row[0], (Instant) row[1]);
  }
}
