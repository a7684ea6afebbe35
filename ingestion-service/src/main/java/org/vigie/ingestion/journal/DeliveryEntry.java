package org.vigie.ingestion.journal;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.vigie.ingestion.delivery.Delivery;
import org.vigie.ingestion.delivery.KnownAt;
import org.vigie.ingestion.delivery.Source;

/// A row of the table `delivery`.
@Entity
@Table(name = "delivery")
@SuppressWarnings("NullAway.Init") // filled from the table
class DeliveryEntry extends PanacheEntityBase {

  @Id String id;
  String file;
  String source;
  String sha256;

  @Column(name = "known_on")
  LocalDate knownOn;

  @Column(name = "by_rule")
  boolean byRule;

  int generation;

  @Column(name = "accepted_at")
  Instant acceptedAt;

  @Column(name = "ingested_at")
  Instant ingestedAt;

  @Column(name = "keeps_place")
  boolean keepsPlace;

  String state;
  boolean started;
  int failures;
  @Nullable String reason;

  @Column(name = "rows_read")
  long read;

  @Column(name = "rows_valid")
  long valid;

  @Column(name = "rows_rejected")
  long rejected;

  @Column(name = "rows_repeated")
  long repeated;

  @Column(name = "rows_filtered")
  long filtered;

  long facts;
  long suspicious;
  long millis;
  String errors;

  @Column(name = "last_known_at")
  @Nullable Instant lastKnownAt;

  static DeliveryEntry of(Delivery delivery) {
    return DeliveryEntry.<DeliveryEntry>findByIdOptional(delivery.id())
        .orElseThrow(() -> new IllegalStateException("no journal of delivery " + delivery.id()));
  }

  DeliveryState state() {
    return DeliveryState.ofText(state)
        .orElseThrow(() -> new IllegalStateException("delivery " + id + " is in state " + state));
  }

  void enter(DeliveryState next, @Nullable String why) {
    state = next.text();
    reason = why;
  }

  KnownAt knownAt() {
    return byRule ? KnownAt.byRule(knownOn) : KnownAt.onDay(knownOn);
  }

  Delivery delivery() {
    return new Delivery(
        id, Source.ofText(source).orElseThrow(), file, sha256, knownAt(), ingestedAt);
  }
}
