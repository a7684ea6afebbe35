package org.vigie.ingestion.journal;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vigie.ingestion.delivery.Source;

/// Pushes from their claim to their commit. A claim is durable before anything of its push is
/// published, so that a repeated push is known whatever happened.
@ApplicationScoped
public class PushLog {

  private final Acceptance acceptance;
  private final EntityManager database;

  PushLog(Acceptance acceptance, EntityManager database) {
    this.acceptance = acceptance;
    this.database = database;
  }

  /// @param id hash of client and Idempotency-Key
  /// @param bodySha256 what was sent under the key
  /// @param answer what was, or is to be, answered
  public record Push(
      String id,
      Source source,
      String bodySha256,
      int facts,
      @Nullable Instant lastKnownAt,
      String answer) {

    /// Whether another push says the same.
    public boolean saysAs(Push other) {
      return source == other.source && bodySha256.equals(other.bodySha256);
    }
  }

  /// What stands claimed, and from when.
  public record Claim(Push push, Instant ingestedAt, boolean committed) {}

  /// Claims pushes in one transaction: for each one the claim that stands, its own or an earlier.
  public List<Claim> claim(List<Push> pushes) {
    return acceptance.inOrder(
        pushes.size(),
        first -> {
          var standing = standing(pushes);
          var claims = new ArrayList<Claim>();
          for (var push : pushes) {
            var instant = first.plus(claims.size(), ChronoUnit.MICROS);
            claims.add(standing.computeIfAbsent(push.id(), _ -> persist(push, instant)));
          }
          return List.copyOf(claims);
        });
  }

  private static Map<String, Claim> standing(List<Push> pushes) {
    var standing = new HashMap<String, Claim>();
    PushEntry.<PushEntry>list("id in ?1", pushes.stream().map(Push::id).toList())
        .forEach(entry -> standing.put(entry.id, claim(entry)));
    return standing;
  }

  private static Claim persist(Push push, Instant ingestedAt) {
    var entry = new PushEntry();
    entry.id = push.id();
    entry.source = push.source().text();
    entry.bodySha256 = push.bodySha256();
    entry.ingestedAt = ingestedAt;
    entry.facts = push.facts();
    entry.answer = push.answer();
    entry.lastKnownAt = push.lastKnownAt();
    entry.committed = false;
    entry.persist();
    return new Claim(push, ingestedAt, false);
  }

  private static Claim claim(PushEntry entry) {
    var source = Source.ofText(entry.source).orElseThrow();
    var push =
        new Push(entry.id, source, entry.bodySha256, entry.facts, entry.lastKnownAt, entry.answer);
    return new Claim(push, entry.ingestedAt, entry.committed);
  }

  /// Marks pushes whose transaction is committed. A mark that a crash loses is found again on the
  /// log, so that the database need not wait for its disk.
  public void committed(Collection<String> ids) {
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              database.createNativeQuery("set local synchronous_commit = off").executeUpdate();
              PushEntry.update("committed = true where id in ?1", ids);
            });
  }

  /// Gives up claims of which nothing was published.
  @Transactional
  public void release(Collection<String> ids) {
    PushEntry.delete("committed = false and id in ?1", ids);
  }

  /// When those were ingested of which it is not known whether they were published, by id.
  @Transactional
  public Map<String, Instant> open() {
    return PushEntry.<PushEntry>find("committed = false").stream()
        .collect(Collectors.toUnmodifiableMap(entry -> entry.id, entry -> entry.ingestedAt));
  }
}
