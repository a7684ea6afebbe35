package org.vigie.ingestion.push;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.vigie.ingestion.delivery.Source;
import org.vigie.ingestion.journal.OldPushes;
import org.vigie.ingestion.journal.SourceStates;
import org.vigie.ingestion.journal.SourceStates.SourceState;
import org.vigie.ingestion.push.Pushes.Sender;
import org.vigie.kit.body.BodyBytesMax;
import org.vigie.kit.http.Caller;
import org.vigie.kit.http.CurrentCaller;
import org.vigie.kit.http.PlainText;
import org.vigie.kit.http.Problem;

/// Sources: the facts that their partners push, and when each was last heard of.
@Path("/sources")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@RunOnVirtualThread
public class SourcesResource {

  private static final int KEY_CHARS_MAX = 200;

  private static final String KEY_DOC =
      "Names the push among those of the client. The same push under the same key changes nothing"
          + " and gets the same answer, for "
          + OldPushes.HONOURED_DAYS
          + " days; another push under it is refused. After that the key is free.";

  private final Pushes pushes;
  private final InHand inHand;
  private final SourceStates states;
  private final CurrentCaller caller;
  private final Duration bodyMax;

  SourcesResource(
      Pushes pushes, InHand inHand, SourceStates states, CurrentCaller caller, PushConfig config) {
    this.pushes = pushes;
    this.inHand = inHand;
    this.states = states;
    this.caller = caller;
    this.bodyMax = config.pushBodyMax();
  }

  @GET
  @RolesAllowed(Caller.OPERATOR)
  @Operation(summary = "When each source was last heard of")
  public List<SourceState> sources() {
    return states.all();
  }

  @POST
  @Path("/{source}/facts")
  @BodyBytesMax(PushBody.BYTES_MAX)
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Takes facts of a source, all of them or none; answers once they stand")
  public String push(
      @PathParam("source") String name,
      @Parameter(description = KEY_DOC) @HeaderParam("Idempotency-Key") @Nullable String key,
      InputStream body) {
    var partner = caller.get();
    if (!partner.sources().contains(name)) {
      throw Problem.forbidden("the token does not name the source " + name);
    }
    var source =
        Source.ofText(name)
            .orElseThrow(() -> Problem.of(404, "Not found", "no source " + name + " is taken"));
    var sender =
        new Sender(
            partner.client(), PlainText.required("Idempotency-Key", key, KEY_CHARS_MAX), source);
    try (var hold = inHand.take(partner.client())) {
      return pushes.take(sender, read(body, hold), hold);
    }
  }

  private PushBody read(InputStream body, InHand.Hold hold) {
    try {
      return PushBody.read(body, hold, bodyMax, System::nanoTime);
    } catch (IOException e) {
      throw Problem.of(408, "Too slow", "the body did not come to its end: " + e.getMessage());
    }
  }
}
