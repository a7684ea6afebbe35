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

  /// How many subscriptions in force an administration has at most: one per département and some
  /// more. Each score is decided for each of them.
  static final int IN_FORCE_MAX = 200;

  /// How many versions an administration's subscriptions have at most, ended ones too: all are in
  /// the book, since the log may be read again. A hundred changes a day for three months.
  static final int VERSIONS_MAX = 10_000;

  private static final String COUNT_VERSIONS =
      """
      SELECT count(*) FROM subscription_version v JOIN subscription s ON s.id = v.subscription
      WHERE s.administration = ?1
      """;

  private static final String COUNT_IN_FORCE =
      COUNT_VERSIONS
          + """
            AND NOT v.ended AND NOT EXISTS (
              SELECT FROM subscription_version later
              WHERE later.subscription = v.subscription AND later.version > v.version)
          """;

  private final EntityManager entities;

  SubscriptionRegister(EntityManager entities) {
    this.entities = entities;
  }

  /// What became of a request.
  sealed interface Outcome {}

  /// @param created whether there was none of that name
  record Registered(SubscriptionView subscription, boolean created) implements Outcome {}

  /// The administration has as many as it may have.
  record Full(String rule) implements Outcome {}

  /// Writes a subscription, or a new version when it says something else. The same again changes
  /// nothing.
  @Transactional
  Outcome register(String administration, String name, Content content) {
    var starts = lockPositions();
    var id = Subscription.idOf(administration, name);
    var known = SubscriptionEntity.<SubscriptionEntity>findByIdOptional(id);
    var latest = VersionEntity.latest(id);
    var inForce = latest.filter(last -> !last.ended);
    var same = inForce.filter(last -> last.content().equals(content));
    if (known.isPresent() && same.isPresent()) {
      return new Registered(SubscriptionView.of(known.get(), same.get()), false);
    }
    var full = full(administration, inForce.isEmpty());
    if (full.isPresent()) {
      return full.get();
    }
    var subscription =
        known.orElseGet(() -> persisted(new SubscriptionEntity(administration, name)));
    var version = persisted(new VersionEntity(next(id, latest), content, starts, false));
    return new Registered(SubscriptionView.of(subscription, version), known.isEmpty());
  }

  // Counted while the positions are locked: nobody registers meanwhile.
  private Optional<Full> full(String administration, boolean oneMore) {
    if (oneMore && count(COUNT_IN_FORCE, administration) >= IN_FORCE_MAX) {
      return Optional.of(new Full("at most " + IN_FORCE_MAX + " subscriptions in force"));
    }
    return count(COUNT_VERSIONS, administration) >= VERSIONS_MAX
        ? Optional.of(new Full("at most " + VERSIONS_MAX + " versions of its subscriptions"))
        : Optional.empty();
  }

  private long count(String query, String administration) {
    return (Long)
        entities
            .createNativeQuery(query, Long.class)
            .setParameter(1, administration)
            .getSingleResult();
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
