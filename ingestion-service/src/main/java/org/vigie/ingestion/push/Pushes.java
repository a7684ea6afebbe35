package org.vigie.ingestion.push;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.vigie.ingestion.control.Platform;
import org.vigie.ingestion.delivery.Hash;
import org.vigie.ingestion.delivery.Source;
import org.vigie.ingestion.journal.PushLog.Claim;
import org.vigie.ingestion.journal.PushLog.Push;
import org.vigie.ingestion.journal.PushLog.Standing;
import org.vigie.ingestion.order.Tally.Counts;
import org.vigie.ingestion.push.PushPlan.Invalid;
import org.vigie.ingestion.push.PushPlan.Publish;
import org.vigie.kit.http.Problem;
import org.vigie.kit.http.ProblemException;

/// Takes pushes: once per client and Idempotency-Key, while the key is honoured.
@ApplicationScoped
class Pushes {

  // Longer than a transaction can take before the broker gives it up.
  private static final long WAIT_SECONDS_MAX = 30;

  // A full queue is worked off in less.
  private static final int RETRY_SECONDS = 2;

  private final Platform platform;
  private final GroupCommit group;
  private final ObjectMapper json;

  Pushes(Platform platform, GroupCommit group, ObjectMapper json) {
    this.platform = platform;
    this.group = group;
    this.json = json;
  }

  /// @param repeated facts that say what another one of the push says
  /// @param filtered facts that are right and tell nothing that is taken
  record Answer(
      String delivery, String source, long facts, long repeated, long filtered, long suspicious) {}

  /// Under which name a push comes.
  ///
  /// @param key the client's Idempotency-Key
  record Sender(String client, String key, Source source) {

    String id() {
      return Hash.ofKey(client, key);
    }
  }

  /// The answer to a push, as JSON: the same one whenever the same push comes again.
  ///
  /// @param hold what the push holds, kept until its group is done
  String take(Sender sender, PushBody body, InHand.Hold hold) {
    var asked = prepared(sender, body, PushInstant.now(platform));
    var claim = commit(asked, hold);
    if (claim.standing() == Standing.UNPUBLISHED && claim.push().saysAs(asked.push())) {
      claim = commit(prepared(sender, body, asClaimed(claim)), hold);
    }
    return answer(claim, asked.push());
  }

  // What was claimed and not published is published as it would have been.
  private static PushInstant asClaimed(Claim claim) {
    var at = claim.push().knownAt();
    if (at == null) {
      throw new IllegalStateException("no instant of the claim " + claim.push().id());
    }
    return new PushInstant(at, true);
  }

  private PreparedPush prepared(Sender sender, PushBody body, PushInstant instant) {
    var source = sender.source();
    var delivery = Hash.ofPush(sender.id(), instant.at());
    var planner = new PushPlanner(source, delivery, instant);
    return switch (planner.plan(new PushReader(body))) {
      case Invalid invalid -> throw invalid.problem();
      case Publish(var records, var counts) ->
          new PreparedPush(
              new Push(
                  sender.id(),
                  delivery,
                  source,
                  body.sha256(),
                  (int) counts.facts(),
                  instant.at(),
                  counts.lastKnownAt(),
                  write(answer(delivery, source, counts))),
              sender.client(),
              records);
    };
  }

  private Claim commit(PreparedPush push, InHand.Hold hold) {
    var standing =
        group
            .commit(push)
            .orElseThrow(() -> notCommitted("pushes are not taken now; push again in a moment"));
    hold.keepUntil(standing);
    return await(standing);
  }

  private static Claim await(Future<Claim> standing) {
    try {
      return standing.get(WAIT_SECONDS_MAX, TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException _) {
      throw notCommitted("it is not known to be committed; push again under the same key");
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw notCommitted("the service stops; push again under the same key");
    }
  }

  private static ProblemException notCommitted(String detail) {
    return Problem.retryAfter(RETRY_SECONDS, "Not committed", detail);
  }

  private static String answer(Claim standing, Push asked) {
    if (!standing.push().saysAs(asked)) {
      throw Problem.of(
          422, "Key used before", "this Idempotency-Key was used for a push of other content");
    }
    if (standing.standing() != Standing.COMMITTED) {
      throw notCommitted("the same push is being committed; push again under the same key");
    }
    return standing.push().answer();
  }

  private static Answer answer(String delivery, Source source, Counts counts) {
    return new Answer(
        delivery,
        source.text(),
        counts.facts(),
        counts.repeated(),
        counts.filtered(),
        counts.suspicious());
  }

  private String write(Answer answer) {
    try {
      return json.writeValueAsString(answer);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an answer cannot be written as JSON", e);
    }
  }
}
