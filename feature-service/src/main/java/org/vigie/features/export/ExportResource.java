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
import org.jspecify.annotations.Nullable;
import org.vigie.features.facts.Retention;
import org.vigie.features.read.MonthRange;
import org.vigie.features.read.MonthRange.Unusable;
import org.vigie.features.read.MonthRange.Usable;
import org.vigie.features.read.Problems;

/// The training table as CSV, streamed while the log is replayed.
@Path("/export")
public class ExportResource {

  private final LogReplay log;
  private final Retention retention;

  ExportResource(LogReplay log, Retention retention) {
    this.log = log;
    this.retention = retention;
  }

  /// One line per company and turn of a month between two months.
  @GET
  @Produces("text/csv")
  @RolesAllowed("operator")
  public Response export(
      @QueryParam("from") @Nullable String from, @QueryParam("to") @Nullable String to) {
    return switch (MonthRange.of(from, to)) {
      case Usable range -> Response.ok((StreamingOutput) out -> write(out, range)).build();
      case Unusable(String reason) -> Problems.badRequest(reason);
    };
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
