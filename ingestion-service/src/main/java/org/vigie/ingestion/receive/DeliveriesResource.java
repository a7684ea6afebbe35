package org.vigie.ingestion.receive;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.vigie.ingestion.delivery.Era;
import org.vigie.ingestion.delivery.Hash;
import org.vigie.ingestion.journal.DeliveryState;
import org.vigie.ingestion.journal.Journal;
import org.vigie.ingestion.journal.Report;
import org.vigie.ingestion.journal.Suspension;
import org.vigie.kit.body.BodyBytesMax;
import org.vigie.kit.http.Caller;
import org.vigie.kit.http.PlainText;
import org.vigie.kit.http.Problem;
import org.vigie.kit.http.ProblemException;
import org.vigie.kit.http.WholeNumber;

/// Deliveries by upload, and how they went.
@Path("/deliveries")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Caller.OPERATOR)
@RunOnVirtualThread
public class DeliveriesResource {

  private static final int FILE_NAME_CHARS_MAX = 255;
  private static final int REASON_CHARS_MAX = 500;

  // The errors of a delivery are up to some ten KiB.
  private static final int LISTED_MAX = 1_000;

  private final Intake intake;
  private final Journal journal;
  private final Suspension suspension;

  DeliveriesResource(Intake intake, Journal journal, Suspension suspension) {
    this.intake = intake;
    this.journal = journal;
    this.suspension = suspension;
  }

  @POST
  @Consumes(MediaType.APPLICATION_OCTET_STREAM)
  @BodyBytesMax(BodyBytesMax.UNBOUNDED)
  @Operation(
      summary =
          "Delivers a file: 202 while it is published, 200 when nothing is left to do, 422 when its"
              + " name is that of no source, 507 when the disk is too full")
  public RestResponse<Report> deliver(
      @QueryParam("file") @Nullable String file,
      @QueryParam("knownAt") @Nullable String knownAt,
      @HeaderParam(HttpHeaders.CONTENT_LENGTH) @DefaultValue("0") String length,
      InputStream bytes)
      throws IOException {
    long announced = WholeNumber.required(HttpHeaders.CONTENT_LENGTH, length, 0, Long.MAX_VALUE);
    var report = intake.take(nameOf(file), knownAt, bytes, announced);
    return RestResponse.status(
        report.state().hasEnded() ? RestResponse.Status.OK : RestResponse.Status.ACCEPTED, report);
  }

  private static String nameOf(@Nullable String file) {
    var name = file == null ? "" : file.substring(file.lastIndexOf('/') + 1);
    return PlainText.required("file", name, FILE_NAME_CHARS_MAX);
  }

  @GET
  @Operation(summary = "Deliveries, those accepted last first")
  public List<Report> list(
      @Parameter(description = "publishing, suspended, loaded, already-loaded or refused")
          @QueryParam("state")
          @Nullable String state,
      @Parameter(description = "the acceptedAt of the last one of the page before")
          @QueryParam("before")
          @Nullable String before,
      @QueryParam("limit") @DefaultValue("100") String limit) {
    int listed = Math.toIntExact(WholeNumber.required("limit", limit, 1, LISTED_MAX));
    return journal.list(stateOf(state), instant(before), listed);
  }

  private static @Nullable DeliveryState stateOf(@Nullable String text) {
    return text == null
        ? null
        : DeliveryState.ofText(text)
            .orElseThrow(() -> Problem.malformed("state", text, "a state of deliveries"));
  }

  private static @Nullable Instant instant(@Nullable String text) {
    try {
      var instant = text == null ? null : Instant.parse(text);
      if (instant == null || Era.holds(instant)) {
        return instant;
      }
    } catch (DateTimeException _) {
      // Told as any other that is no instant of the era.
    }
    throw Problem.malformed("before", text, "an instant, as 2026-07-22T10:00:00Z");
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "How a delivery went")
  public Report one(@PathParam("id") String id) {
    return journal.find(checked(id)).orElseThrow(() -> none(id));
  }

  @POST
  @Path("/{id}/resume")
  @Operation(summary = "Puts a suspended delivery back on the lane, at its own place")
  public Report resume(@PathParam("id") String id) {
    var report = suspension.resume(checked(id)).orElseThrow(() -> none(id));
    if (report.state() == DeliveryState.REFUSED) {
      throw Problem.of(409, "Refused", "delivery " + id + " is refused: deliver its file again");
    }
    return report;
  }

  /// @param reason the operator's words
  record Refusal(@Nullable String reason) {}

  @POST
  @Path("/{id}/refuse")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Ends a suspended delivery")
  public Report refuse(@PathParam("id") String id, @Nullable Refusal refusal) {
    var words = refusal == null ? null : refusal.reason();
    var reason = PlainText.required("reason", words == null ? "" : words, REASON_CHARS_MAX);
    var report = suspension.refuse(checked(id), reason).orElseThrow(() -> none(id));
    if (report.state() != DeliveryState.REFUSED) {
      throw Problem.of(
          409,
          "Not suspended",
          "only a suspended delivery is refused, and %s is %s"
              .formatted(id, report.state().text()));
    }
    return report;
  }

  // The form is checked first: PostgreSQL takes no NUL.
  private static String checked(String id) {
    if (!Hash.isDelivery(id)) {
      throw none("of that form");
    }
    return id;
  }

  private static ProblemException none(String id) {
    return Problem.of(404, "Not found", "there is no delivery " + id);
  }
}
