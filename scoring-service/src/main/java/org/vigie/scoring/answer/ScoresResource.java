package org.vigie.scoring.answer;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.vigie.schemas.access.Reader;
import org.vigie.schemas.access.Reading;
import org.vigie.schemas.access.ReadingLog;
import org.vigie.scoring.readmodel.ScoreStore;

/// Current scores.
@Path("/scores")
@Authenticated
@RunOnVirtualThread
public class ScoresResource {

  private final ScoreStore store;
  private final CurrentReader reader;
  private final ReadingLog readings;

  ScoresResource(ScoreStore store, CurrentReader reader, ReadingLog readings) {
    this.store = store;
    this.reader = reader;
    this.readings = readings;
  }

  @GET
  @Path("/{siren}")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "Current score of a company")
  @APIResponse(
      responseCode = "200",
      description = "The score; for the operator, an abstention with its reason",
      content =
          @Content(
              schema = @Schema(oneOf = {ScoreAnswer.Score.class, ScoreAnswer.Abstention.class})))
  @APIResponse(
      responseCode = "404",
      description = "Closed to the reader, abstained or absent, which nobody can tell apart")
  public Response score(String siren) {
    Reader who = reader.get();
    return store
        .latest(siren)
        .flatMap(row -> Disclosure.of(row, who))
        .map(disclosure -> traced(siren, who, disclosure))
        .map(disclosure -> Response.ok(disclosure.answer()).build())
        .orElseGet(Problem::noScore);
  }

  private Disclosure traced(String siren, Reader who, Disclosure disclosure) {
    readings.record(
        List.of(new Reading(who.name(), "score", siren, disclosure.ground(), disclosure.inZone())));
    return disclosure;
  }
}
