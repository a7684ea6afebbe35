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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.vigie.kit.http.Caller;
import org.vigie.kit.http.PlainText;
import org.vigie.kit.http.Problem;

/// Days, barriers and models.
@Path("/controls")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Caller.OPERATOR)
@RunOnVirtualThread
public class ControlsResource {

  private static final int MODEL_CHARS_MAX = 200;

  private final Controls controls;
  private final Platform platform;

  ControlsResource(Controls controls, Platform platform) {
    this.controls = controls;
    this.platform = platform;
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
  @Operation(summary = "Puts a model in force")
  public State activate(@Nullable ModelOrder order) {
    var model = order == null ? null : order.model();
    controls.activate(PlainText.required("model", model, MODEL_CHARS_MAX));
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
