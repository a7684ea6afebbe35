package org.vigie.ingestion.journal;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.vigie.ingestion.journal.PushLog.Standing;

/// A row of the table `push`.
@Entity
@Table(name = "push")
@SuppressWarnings("NullAway.Init") // filled from the table
class PushEntry extends PanacheEntityBase {

  static final String OPEN = "open";
  static final String UNPUBLISHED = "unpublished";
  static final String COMMITTED = "committed";

  @Id String id;
  String delivery;
  String source;

  @Column(name = "body_sha256")
  String bodySha256;

  @Column(name = "ingested_at")
  Instant ingestedAt;

  int facts;
  String answer;

  @Column(name = "last_known_at")
  @Nullable Instant lastKnownAt;

  @Column(name = "known_at")
  @Nullable Instant knownAt;

  String state;

  Standing standing() {
    return switch (state) {
      case OPEN -> Standing.OPEN;
      case UNPUBLISHED -> Standing.UNPUBLISHED;
      case COMMITTED -> Standing.COMMITTED;
      default -> throw new IllegalStateException("push " + id + " has no such state: " + state);
    };
  }
}
