package org.vigie.ingestion.journal;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.panache.common.Sort;
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
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.vigie.ingestion.delivery.Source;

/// Pushes from their claim to their commit. A claim is durable before anything of its push is
/// published, so that a repeated push is known whatever happened.
@ApplicationScoped
public class PushLog {

  // The marks of some hundred groups; the database takes so many ids in one question.
  static final int OPEN_MAX = 5_000;

  private final Acceptance acceptance;
  private final EntityManager database;

  PushLog(Acceptance acceptance, EntityManager database) {
    this.acceptance = acceptance;
    this.database = database;
  }

  /// @param id hash of client and Idempotency-Key
  /// @param delivery what its records name as their delivery
  /// @param bodySha256 what was sent under the key
  /// @param knownAt from when those of its facts are known that do not tell; null when each tells
  /// @param lastKnownAt latest instant from which one of its facts is known
  /// @param answer what was, or is to be, answered
  public record Push(
      String id,
      String delivery,
      Source source,
      String bodySha256,
      int facts,
      @Nullable Instant knownAt,
      @Nullable Instant lastKnownAt,
      String answer) {

    /// Whether another push says the same.
    public boolean saysAs(Push other) {
      return source == other.source && bodySha256.equals(other.bodySha256);
    }

    /// Whether another push would be the same records.
    boolean isPublishedAs(Push other) {
      return saysAs(other) && Objects.equals(knownAt, other.knownAt);
    }
  }

  /// How a claim stands.
  public enum Standing {
    /// Made now: to be published by who asked.
    MADE,
    /// Made earlier: the log alone knows whether its push was published.
    OPEN,
    /// Not on the log. The same push is published under it, as known when it was claimed.
    UNPUBLISHED,
    /// On the log.
    COMMITTED
  }

  /// What stands claimed under a key, and from when.
  public record Claim(Push push, Instant ingestedAt, Standing standing) {

    /// The same claim, standing otherwise.
    public Claim as(Standing other) {
      return new Claim(push, ingestedAt, other);
    }
  }

  /// Claims pushes in one transaction: for each one the claim that stands, its own or an earlier. A
  /// claim that was not published is made anew by the same push with the same knownAt.
  public List<Claim> claim(List<Push> pushes) {
    return acceptance.inOrder(
        pushes.size(),
        first -> {
          var standing = standing(pushes);
          var claims = new ArrayList<Claim>();
          for (var push : pushes) {
            var instant = first.plus(claims.size(), ChronoUnit.MICROS);
            claims.add(
                standing.compute(
                    push.id(),
                    (_, earlier) -> earlier == null ? make(push, instant) : again(push, earlier)));
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

  private static Claim make(Push push, Instant ingestedAt) {
    var entry = new PushEntry();
    entry.id = push.id();
    entry.delivery = push.delivery();
    entry.source = push.source().text();
    entry.bodySha256 = push.bodySha256();
    entry.ingestedAt = ingestedAt;
    entry.facts = push.facts();
    entry.answer = push.answer();
    entry.knownAt = push.knownAt();
    entry.lastKnownAt = push.lastKnownAt();
    entry.state = PushEntry.OPEN;
    entry.persist();
    return new Claim(push, ingestedAt, Standing.MADE);
  }

  private static Claim again(Push push, Claim earlier) {
    if (earlier.standing() != Standing.UNPUBLISHED || !earlier.push().isPublishedAs(push)) {
      return earlier;
    }
    PushEntry.update(
        "state = ?1, delivery = ?2, answer = ?3 where id = ?4",
        PushEntry.OPEN,
        push.delivery(),
        push.answer(),
        push.id());
    return new Claim(push, earlier.ingestedAt(), Standing.MADE);
  }

  private static Claim claim(PushEntry entry) {
    var source = Source.ofText(entry.source).orElseThrow();
    var push =
        new Push(
            entry.id,
            entry.delivery,
            source,
            entry.bodySha256,
            entry.facts,
            entry.knownAt,
            entry.lastKnownAt,
            entry.answer);
    return new Claim(push, entry.ingestedAt, entry.standing());
  }

  /// Marks pushes whose transaction is committed. A mark that a crash loses is found again on the
  /// log, so that the database need not wait for its disk.
  public void committed(Collection<String> ids) {
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              database.createNativeQuery("set local synchronous_commit = off").executeUpdate();
              mark(PushEntry.COMMITTED, ids);
            });
  }

  /// Marks claims of which nothing was published.
  @Transactional
  public void unpublished(Collection<String> ids) {
    mark(PushEntry.UNPUBLISHED, ids);
  }

  private static void mark(String state, Collection<String> ids) {
    PushEntry.update("state = ?1 where state = ?2 and id in ?3", state, PushEntry.OPEN, ids);
  }

  /// The oldest claims of which it is not known whether their pushes were published, in the order
  /// of `ingestedAt`.
  @Transactional
  public List<Claim> open() {
    return PushEntry.<PushEntry>find("state = ?1", Sort.by("ingestedAt"), PushEntry.OPEN)
        .page(0, OPEN_MAX)
        .stream()
        .map(PushLog::claim)
        .toList();
  }
}
