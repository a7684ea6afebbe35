package org.vigie.ingestion.journal;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/// A row of the table `control`.
@Entity
@Table(name = "control")
@SuppressWarnings("NullAway.Init") // filled from the table
class ControlEntry extends PanacheEntityBase {

  @Id String id;
  String kind;
  String value;

  @Column(name = "ingested_at")
  Instant ingestedAt;

  boolean written;
}
