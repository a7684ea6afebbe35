package org.vigie.alerts.subscribe;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.alerts.subscribe.Trigger.AtLevel;
import org.vigie.alerts.subscribe.Trigger.AtThreshold;

/// One version of a subscription: never changed once written.
@Entity
@Table(name = "subscription_version")
class VersionEntity extends PanacheEntityBase {

  @Embeddable
  record Key(@Column(name = "subscription") String subscription, int version) {}

  @EmbeddedId Key key;
  int horizon;
  @Nullable String level;
  @Nullable Double threshold;
  List<String> departements;
  List<String> rights;
  List<String> zones;
  List<Long> starts;
  boolean ended;

  @SuppressWarnings("NullAway.Init") // filled by Hibernate
  VersionEntity() {}

  VersionEntity(Key key, Content content, List<Long> starts, boolean ended) {
    this.key = key;
    this.horizon = content.horizon();
    this.level = content.level();
    this.threshold = content.threshold();
    this.departements = content.departements();
    this.rights = content.rights();
    this.zones = content.zones();
    this.starts = starts;
    this.ended = ended;
  }

  /// What a version says, without its number and place: equal contents make no new version.
  record Content(
      int horizon,
      @Nullable String level,
      @Nullable Double threshold,
      List<String> departements,
      List<String> rights,
      List<String> zones) {

    static Content of(Terms terms, List<String> rights, List<String> zones) {
      return new Content(
          terms.horizon().months(),
          terms.trigger() instanceof AtLevel(var level) ? level.name() : null,
          terms.trigger() instanceof AtThreshold(double own) ? own : null,
          List.copyOf(terms.departements()),
          List.copyOf(rights),
          List.copyOf(zones));
    }
  }

  Content content() {
    return new Content(
        horizon,
        level,
        threshold,
        List.copyOf(departements),
        List.copyOf(rights),
        List.copyOf(zones));
  }

  /// The latest version of a subscription; empty when it has none.
  static Optional<VersionEntity> latest(String subscription) {
    return find("key.subscription = ?1 order by key.version desc", subscription)
        .firstResultOptional();
  }
}
