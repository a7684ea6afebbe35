package org.vigie.alerts.subscribe;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.vigie.alerts.subscribe.VersionEntity.Content;
import org.vigie.alerts.subscribe.VersionEntity.Key;
import org.vigie.schemas.Topics;

/// Writes subscriptions and their versions. A version is written while every position of
/// `company-scores` is locked: it holds from exactly there, and no batch is decided meanwhile.
@ApplicationScoped
class SubscriptionRegister {

  private static final String LOCK_POSITIONS =
      "SELECT position FROM consumer_position WHERE topic = ?1 ORDER BY partition FOR UPDATE";

  private final EntityManager entities;

  SubscriptionRegister(EntityManager entities) {
    this.entities = entities;
  }

  /// What became of a subscription.
  ///
  /// @param created whether there was none of that name
  record Registered(SubscriptionView subscription, boolean created) {}

  /// Writes a subscription, or a new version when it says something else. The same again changes
  /// nothing.
  @Transactional
  Registered register(String administration, String name, Content content) {
    var starts = lockPositions();
    var id = Subscription.idOf(administration, name);
    var known = SubscriptionEntity.<SubscriptionEntity>findByIdOptional(id);
    var subscription =
        known.orElseGet(() -> persisted(new SubscriptionEntity(administration, name)));
    var latest = VersionEntity.latest(id);
    var version =
        latest
            .filter(last -> !last.ended && last.content().equals(content))
            .orElseGet(
                () -> persisted(new VersionEntity(next(id, latest), content, starts, false)));
    return new Registered(SubscriptionView.of(subscription, version), known.isEmpty());
  }

  /// Ends a subscription of an administration. False when there is none.
  @Transactional
  boolean end(String administration, String id) {
    var starts = lockPositions();
    var latest =
        SubscriptionEntity.<SubscriptionEntity>findByIdOptional(id)
            .filter(subscription -> subscription.administration.equals(administration))
            .flatMap(subscription -> VersionEntity.latest(subscription.id))
            .filter(last -> !last.ended);
    latest.ifPresent(
        last -> persisted(new VersionEntity(next(id, latest), last.content(), starts, true)));
    return latest.isPresent();
  }

  /// The subscriptions in force of an administration, or of all; in order of administration and
  /// name.
  @Transactional
  List<SubscriptionView> inForce(Optional<String> administration) {
    var subscriptions =
        administration
            .<List<SubscriptionEntity>>map(
                own -> SubscriptionEntity.list("administration = ?1 order by name", own))
            .orElseGet(() -> SubscriptionEntity.list("order by administration, name"));
    return subscriptions.stream()
        .flatMap(
            subscription ->
                VersionEntity.latest(subscription.id)
                    .filter(version -> !version.ended)
                    .map(version -> SubscriptionView.of(subscription, version))
                    .stream())
        .toList();
  }

  private List<Long> lockPositions() {
    return entities
        .createNativeQuery(LOCK_POSITIONS, Long.class)
        .setParameter(1, Topics.COMPANY_SCORES.name())
        .getResultList();
  }

  private static Key next(String id, Optional<VersionEntity> latest) {
    return new Key(id, latest.map(last -> last.key.version() + 1).orElse(1));
  }

  private <E> E persisted(E entity) {
    entities.persist(entity);
    return entity;
  }
}
