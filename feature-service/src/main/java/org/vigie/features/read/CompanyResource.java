package org.vigie.features.read;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.features.compute.History;
import org.vigie.features.compute.VectorAsOf;
import org.vigie.features.facts.Retention;
import org.vigie.features.read.MonthRange.Unusable;
import org.vigie.features.read.MonthRange.Usable;
import org.vigie.kit.http.CurrentCaller;
import org.vigie.kit.http.Problem;
import org.vigie.kit.traces.ReadingLog;
import org.vigie.schemas.Siren;
import org.vigie.schemas.access.Reader;

/// What is known of one company, cut to the rights of who asks.
@Path("/companies/{siren}")
@Produces(MediaType.APPLICATION_JSON)
public class CompanyResource {

  private final CompanyStores stores;
  private final CurrentCaller caller;
  private final Retention retention;
  private final ReadingLog readings;

  CompanyResource(
      CompanyStores stores, CurrentCaller caller, Retention retention, ReadingLog readings) {
    this.stores = stores;
    this.caller = caller;
    this.retention = retention;
    this.readings = readings;
  }

  /// The vector as of now: what was known, on the company's as-of day.
  @GET
  @Path("/features")
  @RunOnVirtualThread
  public Response features(@PathParam("siren") String siren) {
    return find(siren).map(this::features).orElseThrow(Problem::notFound);
  }

  private Response features(Disclosure company) {
    trace("features", company);
    var vector = VectorAsOf.compute(company.facts(), company.asOf());
    return Response.ok(Answers.vector(company, vector)).build();
  }

  /// Each month of a range by itself, with all that is known by now.
  @GET
  @Path("/history")
  @RunOnVirtualThread
  public Response history(
      @PathParam("siren") String siren,
      @QueryParam("from") @Nullable String from,
      @QueryParam("to") @Nullable String to) {
    return find(siren)
        .map(
            company ->
                switch (MonthRange.of(from, to, company.asOf())) {
                  case Usable range -> history(company, range);
                  case Unusable(String reason) -> throw Problem.of(400, "Bad range", reason);
                })
        .orElseThrow(Problem::notFound);
  }

  private Response history(Disclosure company, Usable range) {
    trace("history", company);
    var months = History.months(company.facts(), range.from(), range.to());
    return Response.ok(Answers.history(company.siren(), months, company.groups())).build();
  }

  /// The company as the reader may see it; empty when nothing of it is known, or open to them.
  private Optional<Disclosure> find(String siren) {
    return stores
        .find(checked(siren))
        .flatMap(company -> Disclosure.of(company, reader(), retention));
  }

  private void trace(String what, Disclosure company) {
    readings.record(company.groups().readings(reader(), what, company.siren()));
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
}
