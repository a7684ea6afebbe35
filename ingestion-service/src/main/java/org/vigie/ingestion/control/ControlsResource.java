package org.vigie.ingestion.control;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.vigie.kit.http.Caller;
import org.vigie.kit.http.Problem;
import org.vigie.schemas.ModelVersion;

/// Days, barriers and models.
@Path("/controls")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Caller.OPERATOR)
@RunOnVirtualThread
public class ControlsResource {

  private final Controls controls;
  private final Platform platform;
  private final JsonWebToken token;

  ControlsResource(Controls controls, Platform platform, JsonWebToken token) {
    this.controls = controls;
    this.platform = platform;
    this.token = token;
  }

  /// @param openDay the day after the last closed one; null on a fresh log
  /// @param model the model in force; null when none was activated
  record State(@Nullable LocalDate openDay, @Nullable String model) {}

  record DayOrder(@Nullable String day) {}

  record ModelOrder(@Nullable String model) {}

  @GET
  @Operation(summary = "The open day and the model in force")
  public State state() {
    return new State(platform.openDay().orElse(null), controls.model().orElse(null));
  }

  @POST
  @Path("/days")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Closes every day up to one")
  public State closeDay(@Nullable DayOrder order) {
    controls.closeDay(day(order == null ? null : order.day()));
    return state();
  }

  @POST
  @Path("/barriers")
  @Operation(summary = "Marks the log, for those who wait for what was delivered before")
  public Map<String, String> barrier() {
    return Map.of("barrier", controls.barrier());
  }

  @POST
  @Path("/models")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Puts a model in force whose bundle scoring-service has accepted")
  public State activate(@Nullable ModelOrder order) {
    var asked = order == null ? null : order.model();
    var model =
        ModelVersion.ofText(asked)
            .orElseThrow(() -> Problem.malformed("model", asked, ModelVersion.RULE));
    controls.activate(model, token.getRawToken());
    return state();
  }

  private static LocalDate day(@Nullable String day) {
    try {
      return LocalDate.parse(day == null ? "" : day);
    } catch (DateTimeException _) {
      throw Problem.of(400, "Bad day", "day is yyyy-mm-dd, not " + day);
    }
  }
}
