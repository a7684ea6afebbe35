package org.vigie.alerts.subscribe;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/// A subscription, whatever its version.
@Entity
@Table(name = "subscription")
class SubscriptionEntity extends PanacheEntityBase {

  @Id String id;
  String administration;
  String name;

  @SuppressWarnings("NullAway.Init") // filled by Hibernate
  SubscriptionEntity() {}

  SubscriptionEntity(String administration, String name) {
    this.id = Subscription.idOf(administration, name);
    this.administration = administration;
    this.name = name;
  }
}
