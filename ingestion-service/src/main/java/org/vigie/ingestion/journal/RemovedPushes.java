package org.vigie.ingestion.journal;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/// A row of the table `push_removed`: the last of the published pushes of a source that are no
/// longer in the table `push`.
@Entity
@Table(name = "push_removed")
@SuppressWarnings("NullAway.Init") // filled from the table
class RemovedPushes extends PanacheEntityBase {

  @Id String source;

  @Column(name = "ingested_at")
  Instant ingestedAt;
}
