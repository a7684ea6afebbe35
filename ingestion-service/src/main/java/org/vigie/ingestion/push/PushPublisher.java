package org.vigie.ingestion.push;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.ingestion.journal.PushLog;
import org.vigie.ingestion.journal.PushLog.Claim;
import org.vigie.ingestion.order.CompanyRecord;
import org.vigie.ingestion.publish.DeliveryPublisher;
import org.vigie.ingestion.publish.LogConnection;
import org.vigie.ingestion.publish.LogWriter;
import org.vigie.ingestion.publish.Positions;
import org.vigie.schemas.DeliveryPosition;
import org.vigie.schemas.Facts;
import org.vigie.schemas.SourceRecord;

/// Publishes groups of pushes: claimed in the database, then published in one transaction with a
/// position for each, then marked. Where a failure leaves it open whether a claimed push was
/// published, the log decides. For one thread.
@ApplicationScoped
class PushPublisher implements AutoCloseable {

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

  /// For each push of a group, the claim that stands committed under its key.
  ///
  /// @throws RuntimeException when the group is not, or not known to be, committed
  List<Claim> publish(List<PreparedPush> group) {
    try {
      var ready = writer == null ? open() : writer;
      var claims = pushes.claim(group.stream().map(PreparedPush::push).toList());
      var fresh = fresh(group, claims);
      if (!fresh.isEmpty()) {
        write(ready, fresh, claims);
        pushes.committed(fresh.keySet());
      }
      return claims;
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  // Ends what an earlier writer left open, then settles its claims by what stands on the log.
  private LogWriter open() {
    var opened = new LogWriter(log.producer(TRANSACTIONAL_ID));
    writer = opened;
    var left = pushes.open();
    var published = published(left);
    if (!published.isEmpty()) {
      pushes.committed(published);
    }
    var unpublished = new HashSet<>(left.keySet());
    unpublished.removeAll(published);
    if (!unpublished.isEmpty()) {
      pushes.release(unpublished);
    }
    return opened;
  }

  private Set<String> published(Map<String, Instant> left) {
    var first = left.values().stream().min(Comparator.naturalOrder()).orElse(Instant.MAX);
    return Positions.of(left.keySet(), first, log).keySet();
  }

  // The same key may stand twice in a group: the first claim is published, the second one answered.
  private static Map<String, PreparedPush> fresh(List<PreparedPush> group, List<Claim> claims) {
    var fresh = new HashMap<String, PreparedPush>();
    for (int i = 0; i < group.size(); i++) {
      if (!claims.get(i).committed()) {
        fresh.putIfAbsent(group.get(i).push().id(), group.get(i));
      }
    }
    return fresh;
  }

  private static void write(LogWriter writer, Map<String, PreparedPush> fresh, List<Claim> claims) {
    var written = new HashSet<String>();
    writer.begin();
    for (var claim : claims) {
      var push = fresh.get(claim.push().id());
      if (push != null && written.add(push.push().id())) {
        write(writer, push, claim.ingestedAt());
      }
    }
    writer.commit();
  }

  private static void write(LogWriter writer, PreparedPush push, Instant ingestedAt) {
    push.records().forEach(facts -> writer.write(record(push, facts, ingestedAt)));
    writer.write(new DeliveryPosition(push.push().id(), push.records().size(), 0, true));
  }

  private static SourceRecord record(PreparedPush push, CompanyRecord facts, Instant ingestedAt) {
    return new SourceRecord(
        facts.siren(),
        push.provider(),
        push.push().source().text(),
        push.push().id(),
        facts.number(),
        ingestedAt,
        false,
        new Facts(new ArrayList<>(facts.facts())));
  }

  @Override
  public void close() {
    if (writer != null) {
      writer.close();
      writer = null;
    }
  }
}
