package org.vigie.ingestion.push;

import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.vigie.ingestion.journal.PushLog;
import org.vigie.ingestion.journal.PushLog.Claim;
import org.vigie.ingestion.journal.PushLog.Push;
import org.vigie.ingestion.journal.PushLog.Standing;
import org.vigie.ingestion.order.CompanyRecord;
import org.vigie.ingestion.publish.DeliveryPublisher;
import org.vigie.ingestion.publish.LogConnection;
import org.vigie.ingestion.publish.LogWriter;
import org.vigie.ingestion.publish.Positions;
import org.vigie.schemas.DeliveryPosition;
import org.vigie.schemas.Facts;
import org.vigie.schemas.SourceRecord;

/// Publishes groups of pushes: claimed in the database, then published in one transaction with a
/// position for each, then marked. Where it is open whether a claimed push was published, the log
/// decides before it is published. For one thread.
@ApplicationScoped
class PushPublisher implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(PushPublisher.class);

  // Of the instance: a restart takes the id over, and so ends what was open.
  private static final String TRANSACTIONAL_ID =
      DeliveryPublisher.TRANSACTIONAL_ID_PREFIX + "push-0";

  private final LogConnection log;
  private final PushLog pushes;
  private @Nullable LogWriter writer;

  PushPublisher(LogConnection log, PushLog pushes) {
    this.log = log;
    this.pushes = pushes;
  }

  /// Ends what an earlier writer left open, then settles its claims by what is on the log. Does
  /// nothing when that is done.
  ///
  /// @throws RuntimeException when the broker or the database does not answer
  void open() {
    if (writer != null) {
      return;
    }
    var opened = new LogWriter(log.producer(TRANSACTIONAL_ID));
    try {
      settle();
      writer = opened;
    } finally {
      if (writer == null) {
        opened.close();
      }
    }
  }

  /// For each push of a group, the claim under its key: committed, or of a push that is not
  /// published and is known from another instant.
  ///
  /// @throws RuntimeException when the group is not, or not known to be, committed
  List<Claim> publish(List<PreparedPush> group) {
    boolean done = false;
    try {
      var claims = claim(group);
      var made = made(group, claims);
      if (!made.isEmpty()) {
        write(made, claims);
        mark(made.keySet());
      }
      done = true;
      return claims.stream().map(PushPublisher::afterCommit).toList();
    } finally {
      if (!done) {
        close();
      }
    }
  }

  // An open claim while the writer lives is one whose mark was lost with the database.
  private List<Claim> claim(List<PreparedPush> group) {
    open();
    var asked = group.stream().map(PreparedPush::push).toList();
    var claims = pushes.claim(asked);
    if (hasOpen(claims)) {
      close();
      open();
      claims = pushes.claim(asked);
    }
    if (hasOpen(claims)) {
      throw new IllegalStateException("another instance claims pushes at the same time");
    }
    return claims;
  }

  private static boolean hasOpen(List<Claim> claims) {
    return claims.stream().anyMatch(claim -> claim.standing() == Standing.OPEN);
  }

  private void settle() {
    for (var left = pushes.open(); !left.isEmpty(); left = pushes.open()) {
      var published = published(left);
      var found = ids(left, published::contains);
      if (!found.isEmpty()) {
        pushes.committed(found);
      }
      var missing = ids(left, delivery -> !published.contains(delivery));
      if (!missing.isEmpty()) {
        pushes.unpublished(missing);
      }
    }
  }

  private Set<String> published(List<Claim> left) {
    var deliveries = left.stream().map(claim -> claim.push().delivery()).collect(toSet());
    return Positions.of(deliveries, left.getFirst().ingestedAt(), log).keySet();
  }

  private static Set<String> ids(List<Claim> claims, Predicate<String> ofDelivery) {
    return claims.stream()
        .map(Claim::push)
        .filter(push -> ofDelivery.test(push.delivery()))
        .map(Push::id)
        .collect(toSet());
  }

  // The same key may come twice in a group: the first push is published, the second one answered.
  private static Map<String, PreparedPush> made(List<PreparedPush> group, List<Claim> claims) {
    var made = new LinkedHashMap<String, PreparedPush>();
    for (int i = 0; i < group.size(); i++) {
      if (claims.get(i).standing() == Standing.MADE) {
        made.putIfAbsent(group.get(i).push().id(), group.get(i));
      }
    }
    return made;
  }

  private void write(Map<String, PreparedPush> made, List<Claim> claims) {
    var ready = writer;
    if (ready == null) {
      throw new IllegalStateException("pushes are claimed by an open publisher");
    }
    var written = new HashSet<String>();
    ready.begin();
    for (var claim : claims) {
      var push = made.get(claim.push().id());
      if (push != null && written.add(push.push().id())) {
        write(ready, push, claim.ingestedAt());
      }
    }
    ready.commit();
  }

  private static void write(LogWriter writer, PreparedPush push, Instant ingestedAt) {
    push.records().forEach(facts -> writer.write(record(push, facts, ingestedAt)));
    writer.write(
        new DeliveryPosition(push.push().delivery(), push.records().size(), 0, true), ingestedAt);
  }

  private static SourceRecord record(PreparedPush push, CompanyRecord facts, Instant ingestedAt) {
    return new SourceRecord(
        facts.siren(),
        push.provider(),
        push.push().source().text(),
        push.push().delivery(),
        facts.number(),
        ingestedAt,
        false,
        new Facts(new ArrayList<>(facts.facts())));
  }

  // They are on the log, marked or not: who asks for one again finds it there.
  private void mark(Set<String> ids) {
    try {
      pushes.committed(ids);
    } catch (RuntimeException e) {
      LOG.warnf(e, "committed pushes are not marked: pushes=%d", ids.size());
    }
  }

  private static Claim afterCommit(Claim claim) {
    return claim.standing() == Standing.MADE ? claim.as(Standing.COMMITTED) : claim;
  }

  @Override
  public void close() {
    var closed = writer;
    writer = null;
    if (closed != null) {
      closed.close();
    }
  }
}
