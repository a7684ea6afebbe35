package org.vigie.alerts.answer;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.hibernate.annotations.Immutable;

/// An alert that was recorded, as it was sent.
@Entity
@Immutable
@Table(name = "alert")
class AlertEntity extends PanacheEntityBase {

  @Id String id;
  String administration;
  String siren;
  int crossing;

  @Column(name = "as_of")
  LocalDate asOf;

  String document;

  @SuppressWarnings("NullAway.Init") // filled by Hibernate
  AlertEntity() {}
}
