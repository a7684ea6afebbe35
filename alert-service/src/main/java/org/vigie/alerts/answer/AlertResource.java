package org.vigie.alerts.answer;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.alerts.answer.AlertShelf.Place;
import org.vigie.alerts.identify.Caller;
import org.vigie.alerts.identify.Problem;
import org.vigie.alerts.record.AlertDocument;
import org.vigie.schemas.access.Reader;
import org.vigie.schemas.access.ReadingLog;

/// The alerts of the caller's administration; of any, for the operator.
@Path("/alerts")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class AlertResource {

  // Years of a national installation; an answer is streamed, so that none fills the memory.
  private static final int LIMIT_MAX = 1_000_000;

  private final AlertShelf shelf;
  private final Caller caller;
  private final ObjectMapper json;
  private final ReadingLog readings;

  AlertResource(AlertShelf shelf, Caller caller, ObjectMapper json, ReadingLog readings) {
    this.shelf = shelf;
    this.caller = caller;
    this.json = json;
    this.readings = readings;
  }

  /// The newest alerts first.
  @GET
  public Response alerts(
      @QueryParam("administration") @Nullable String administration,
      @QueryParam("limit") @DefaultValue("1000") int limit) {
    if (limit < 1 || limit > LIMIT_MAX) {
      return Problem.invalid("limit", "" + limit, "1 to " + LIMIT_MAX).response();
    }
    var asked = Optional.ofNullable(administration);
    if (caller.isOperator()) {
      return Response.ok(listing(asked, limit)).build();
    }
    var own = caller.administration();
    if (own.isEmpty()) {
      return Problem.of(Response.Status.FORBIDDEN, "the token names no administration").response();
    }
    return asked.isEmpty() || asked.equals(own)
        ? Response.ok(listing(own, limit)).build()
        : Problem.notFound().response();
  }

  /// One alert.
  @GET
  @Path("/{id}")
  public Response alert(@PathParam("id") String id) {
    var own = caller.administration();
    Optional<ReadingCut> found =
        caller.isOperator() || own.isPresent()
            ? shelf.find(id, caller.isOperator() ? Optional.empty() : own, caller.reader())
            : Optional.empty();
    return found
        .map(alert -> Response.ok(traced(List.of(alert)).getFirst()).build())
        .orElseGet(() -> Problem.notFound().response());
  }

  private StreamingOutput listing(Optional<String> whose, int limit) {
    var reader = caller.reader();
    return output -> write(output, whose, reader, limit);
  }

  private void write(OutputStream output, Optional<String> whose, Reader reader, int limit)
      throws IOException {
    var array = json.writer().writeValuesAsArray(output);
    Place last = null;
    int left = limit;
    do {
      var page = shelf.page(whose, reader, last);
      var alerts = page.alerts().subList(0, Math.min(left, page.alerts().size()));
      array.writeAll(traced(alerts));
      left -= alerts.size();
      last = page.lastOrNull();
    } while (last != null && left > 0);
    // Only now: closed after a failure too, the array would look whole.
    array.close();
  }

  // One line per alert, in a listing too, for it is to be seen who consulted a company. Traces have
  // the bound of the answer, LIMIT_MAX, and fewer bytes than it; those of a page are one write.
  private List<AlertDocument> traced(List<ReadingCut> alerts) {
    readings.record(alerts.stream().map(ReadingCut::reading).toList());
    return alerts.stream().map(ReadingCut::alert).toList();
  }
}
