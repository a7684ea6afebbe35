package org.vigie.features.export;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.features.facts.Retention;
import org.vigie.features.read.MonthRange;
import org.vigie.features.read.MonthRange.Unusable;
import org.vigie.features.read.MonthRange.Usable;
import org.vigie.kit.http.Caller;
import org.vigie.kit.http.CurrentCaller;
import org.vigie.kit.http.Problem;
import org.vigie.kit.traces.ReadingLog;
import org.vigie.schemas.access.Access.Ground;
import org.vigie.schemas.access.Reading;
import org.vigie.schemas.access.Zone;

/// The training table as CSV, streamed while the log is replayed.
@Path("/export")
public class ExportResource {

  private final LogReplay log;
  private final Retention retention;
  private final CurrentCaller caller;
  private final ReadingLog readings;

  ExportResource(LogReplay log, Retention retention, CurrentCaller caller, ReadingLog readings) {
    this.log = log;
    this.retention = retention;
    this.caller = caller;
    this.readings = readings;
  }

  /// One line per company and turn of a month between two months.
  @GET
  @Produces("text/csv")
  @RolesAllowed(Caller.OPERATOR)
  public Response export(
      @QueryParam("from") @Nullable String from, @QueryParam("to") @Nullable String to) {
    return switch (MonthRange.of(from, to)) {
      case Usable range -> {
        trace();
        yield Response.ok((StreamingOutput) out -> write(out, range)).build();
      }
      case Unusable(String reason) -> throw Problem.of(400, "Bad range", reason);
    };
  }

  // One line for all companies: it is in zone for whom all of France is.
  private void trace() {
    var who = caller.get();
    var france = Zone.ofClaims(who.zones()).france();
    readings.record(List.of(new Reading(who.name(), "export", null, Ground.OPERATOR, france)));
  }

  private void write(OutputStream out, Usable range) throws IOException {
    var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    writeLine(writer, TrainingRow.header());
    log.eachPartition(
        partition ->
            partition
                .rows(range.from(), range.to(), retention)
                .forEach(row -> writeLine(writer, row.line())));
    writer.flush();
  }

  private static void writeLine(BufferedWriter writer, String line) {
    try {
      writer.write(line);
      writer.write("\n");
    } catch (IOException e) {
      throw new UncheckedIOException("the reader of the export went away", e);
    }
  }
}
