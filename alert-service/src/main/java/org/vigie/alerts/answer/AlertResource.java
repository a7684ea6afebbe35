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
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.alerts.answer.AlertShelf.Place;
import org.vigie.alerts.record.AlertDocument;
import org.vigie.alerts.subscribe.Fingerprint;
import org.vigie.kit.http.Caller;
import org.vigie.kit.http.CurrentCaller;
import org.vigie.kit.http.PlainText;
import org.vigie.kit.http.Problem;
import org.vigie.kit.http.WholeNumber;
import org.vigie.kit.traces.ReadingLog;
import org.vigie.schemas.access.Reader;

/// The alerts of the caller's administration; of any, for the operator.
@Path("/alerts")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class AlertResource {

  // Years of a national installation; an answer is streamed, so that none fills the memory.
  private static final int LIMIT_MAX = 1_000_000;

  // As the topic `alerts.<administration>` bounds it.
  private static final int ADMINISTRATION_CHARS_MAX = 200;

  private final AlertShelf shelf;
  private final CurrentCaller current;
  private final ObjectMapper json;
  private final ReadingLog readings;

  AlertResource(AlertShelf shelf, CurrentCaller current, ObjectMapper json, ReadingLog readings) {
    this.shelf = shelf;
    this.current = current;
    this.json = json;
    this.readings = readings;
  }

  /// The newest alerts first.
  @GET
  public StreamingOutput alerts(
      @QueryParam("administration") @Nullable String administration,
      @QueryParam("limit") @DefaultValue("1000") String limit) {
    int bound = Math.toIntExact(WholeNumber.required("limit", limit, 1, LIMIT_MAX));
    var asked = Optional.ofNullable(administration).map(AlertResource::checked);
    var caller = current.get();
    if (caller.operator()) {
      return listing(asked, caller, bound);
    }
    var own = Optional.of(caller.requiredAdministration());
    if (asked.isPresent() && !asked.equals(own)) {
      throw Problem.notFound();
    }
    return listing(own, caller, bound);
  }

  private static String checked(String administration) {
    return PlainText.required("administration", administration, ADMINISTRATION_CHARS_MAX);
  }

  /// One alert.
  @GET
  @Path("/{id}")
  public AlertDocument alert(@PathParam("id") String id) {
    var caller = current.get();
    var own = caller.actsFor();
    if (!Fingerprint.isOne(id) || (own.isEmpty() && !caller.operator())) {
      throw Problem.notFound();
    }
    var whose = caller.operator() ? Optional.<String>empty() : own;
    return shelf
        .find(id, whose, reader(caller))
        .map(alert -> traced(List.of(alert)).getFirst())
        .orElseThrow(Problem::notFound);
  }

  private StreamingOutput listing(Optional<String> whose, Caller caller, int limit) {
    var reader = reader(caller);
    return output -> write(output, whose, reader, limit);
  }

  private static Reader reader(Caller caller) {
    return Reader.ofClaims(caller.name(), caller.rights(), caller.zones(), caller.operator());
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
