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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.vigie.ingestion.VigieConfig;
import org.vigie.ingestion.answer.Problem;
import org.vigie.ingestion.delivery.Source;
import org.vigie.ingestion.journal.SourceStates;
import org.vigie.ingestion.journal.SourceStates.SourceState;
import org.vigie.ingestion.push.Pushes.Sender;

/// Sources: the facts that their partners push, and when each was last heard of.
@Path("/sources")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@RunOnVirtualThread
public class SourcesResource {

  private static final int KEY_CHARS_MAX = 200;

  private final Pushes pushes;
  private final InHand inHand;
  private final SourceStates states;
  private final JsonWebToken token;
  private final Duration bodyMax;

  SourcesResource(
      Pushes pushes, InHand inHand, SourceStates states, JsonWebToken token, VigieConfig config) {
    this.pushes = pushes;
    this.inHand = inHand;
    this.states = states;
    this.token = token;
    this.bodyMax = config.pushBodyMax();
  }

  @GET
  @RolesAllowed("operator")
  @Operation(summary = "When each source was last heard of")
  public List<SourceState> sources() {
    return states.all();
  }

  @POST
  @Path("/{source}/facts")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Takes facts of a source, all of them or none; answers once they stand")
  public String push(
      @PathParam("source") String name,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @Context HttpHeaders headers,
      InputStream body) {
    var partner = Partner.of(token);
    if (!partner.sources().contains(name)) {
      throw Problem.of(403, "Forbidden", "the token does not name the source " + name);
    }
    var source =
        Source.ofText(name)
            .orElseThrow(() -> Problem.of(404, "Not found", "no source " + name + " is taken"));
    if (key == null || key.isBlank() || key.length() > KEY_CHARS_MAX) {
      throw Problem.of(
          400, "No Idempotency-Key", "a key of 1 to " + KEY_CHARS_MAX + " characters is required");
    }
    if (length(headers) > PushBody.BYTES_MAX) {
      throw PushBody.tooLarge();
    }
    try (var hold = inHand.take(partner.client())) {
      return pushes.take(new Sender(partner.client(), key, source), read(body, hold), hold);
    }
  }

  // As its sender announces it; the body itself is bounded as it comes.
  private static long length(HttpHeaders headers) {
    var length = headers.getHeaderString(HttpHeaders.CONTENT_LENGTH);
    return length == null ? 0 : Long.parseLong(length);
  }

  private PushBody read(InputStream body, InHand.Hold hold) {
    try {
      return PushBody.read(body, hold, bodyMax, System::nanoTime);
    } catch (IOException e) {
      throw Problem.of(408, "Too slow", "the body did not come to its end: " + e.getMessage());
    }
  }
}
