package org.vigie.ingestion.receive;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.vigie.ingestion.delivery.Hash;
import org.vigie.ingestion.journal.Journal;
import org.vigie.ingestion.journal.Report;
import org.vigie.kit.body.BodyBytesMax;
import org.vigie.kit.http.Caller;
import org.vigie.kit.http.PlainText;
import org.vigie.kit.http.Problem;

/// Deliveries by upload, and how they went.
@Path("/deliveries")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Caller.OPERATOR)
@RunOnVirtualThread
public class DeliveriesResource {

  private static final int FILE_NAME_CHARS_MAX = 255;

  private final Intake intake;
  private final Journal journal;

  DeliveriesResource(Intake intake, Journal journal) {
    this.intake = intake;
    this.journal = journal;
  }

  @POST
  @Consumes(MediaType.APPLICATION_OCTET_STREAM)
  @BodyBytesMax(BodyBytesMax.UNBOUNDED)
  @Operation(summary = "Delivers a file: 202 while it is published, 200 when nothing is left to do")
  public RestResponse<Report> deliver(
      @QueryParam("file") @Nullable String file,
      @QueryParam("knownAt") @Nullable String knownAt,
      InputStream bytes)
      throws IOException {
    var report = intake.take(nameOf(file), knownAt, bytes);
    return RestResponse.status(
        report.hasEnded() ? RestResponse.Status.OK : RestResponse.Status.ACCEPTED, report);
  }

  private static String nameOf(@Nullable String file) {
    var name = file == null ? "" : file.substring(file.lastIndexOf('/') + 1);
    return PlainText.required("file", name, FILE_NAME_CHARS_MAX);
  }

  @GET
  @Operation(summary = "The latest deliveries, the latest first")
  public List<Report> latest() {
    return journal.latest();
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "How a delivery went")
  public Report one(@PathParam("id") String id) {
    return Optional.of(id)
        .filter(Hash::isDelivery)
        .flatMap(journal::find)
        .orElseThrow(() -> Problem.of(404, "Not found", "there is no delivery " + id));
  }
}
