package org.vigie.scoring.answer;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.vigie.kit.http.CurrentCaller;
import org.vigie.kit.http.Problem;
import org.vigie.kit.traces.ReadingLog;
import org.vigie.schemas.Siren;
import org.vigie.schemas.access.Reader;
import org.vigie.schemas.access.Reading;
import org.vigie.scoring.readmodel.ScoreStore;

/// Current scores.
@Path("/scores")
@Authenticated
@RunOnVirtualThread
public class ScoresResource {

  private final ScoreStore store;
  private final CurrentCaller caller;
  private final ReadingLog readings;

  ScoresResource(ScoreStore store, CurrentCaller caller, ReadingLog readings) {
    this.store = store;
    this.caller = caller;
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
  @APIResponse(responseCode = "400", description = "No SIREN")
  // One answer, which carries nothing of the company asked for.
  @APIResponse(
      responseCode = "404",
      description = "Closed to the reader, abstained or absent, which nobody can tell apart")
  public ScoreAnswer score(String siren) {
    Reader who = reader();
    return store
        .latest(checked(siren))
        .flatMap(row -> Disclosure.of(row, who))
        .map(disclosure -> traced(siren, who, disclosure))
        .map(Disclosure::answer)
        .orElseThrow(() -> Problem.of(404, "Not Found", "no score is open to you here"));
  }

  private Reader reader() {
    var who = caller.get();
    return Reader.ofClaims(who.name(), who.rights(), who.zones(), who.operator());
  }

  private static String checked(String siren) {
    return Siren.ofText(siren)
        .orElseThrow(() -> Problem.malformed("siren", siren, Siren.RULE))
        .text();
  }

  private Disclosure traced(String siren, Reader who, Disclosure disclosure) {
    readings.record(
        List.of(new Reading(who.name(), "score", siren, disclosure.ground(), disclosure.inZone())));
    return disclosure;
  }
}
