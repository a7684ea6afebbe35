package org.vigie.ingestion.push;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HexFormat;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.vigie.ingestion.answer.Problem;
import org.vigie.ingestion.answer.ProblemException;
import org.vigie.ingestion.control.Platform;
import org.vigie.ingestion.delivery.Hash;
import org.vigie.ingestion.delivery.Source;
import org.vigie.ingestion.journal.PushLog.Claim;
import org.vigie.ingestion.journal.PushLog.Push;
import org.vigie.ingestion.order.Tally.Counts;
import org.vigie.ingestion.push.PushPlan.Invalid;
import org.vigie.ingestion.push.PushPlan.Publish;

/// Takes pushes: once per client and Idempotency-Key.
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

  /// The answer to a push, as JSON: the same one whenever the same push comes again.
  String take(String client, String key, Source source, byte[] body) {
    var id = Hash.ofPush(client, key);
    var sha256 = HexFormat.of().formatHex(Hash.sha256().digest(body));
    var planner = new PushPlanner(source, id, platform.now().orElse(null));
    return switch (planner.plan(PushReader.read(body))) {
      case Invalid(var index, var field, var value, var rule) ->
          throw PushReader.invalid(index, field, value, rule);
      case Publish(var records, var counts) -> {
        var push =
            new Push(
                id,
                source,
                sha256,
                (int) counts.facts(),
                counts.lastKnownAt(),
                write(answer(id, source, counts)));
        yield answer(commit(new PreparedPush(push, client, records)), push);
      }
    };
  }

  private Claim commit(PreparedPush push) {
    var standing =
        group
            .commit(push)
            .orElseThrow(() -> notCommitted("too many pushes wait; push again in a moment"));
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
    return standing.push().answer();
  }

  private static Answer answer(String id, Source source, Counts counts) {
    return new Answer(
        id,
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
