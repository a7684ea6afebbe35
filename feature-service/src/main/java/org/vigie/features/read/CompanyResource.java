package org.vigie.features.read;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.vigie.features.compute.History;
import org.vigie.features.compute.VectorAsOf;
import org.vigie.features.facts.Retention;
import org.vigie.features.read.MonthRange.Unusable;
import org.vigie.features.read.MonthRange.Usable;
import org.vigie.schemas.access.Access;
import org.vigie.schemas.access.Reader;

/// What is known of one company, cut to the rights of who asks.
@Path("/companies/{siren}")
@Produces(MediaType.APPLICATION_JSON)
public class CompanyResource {

  private static final Logger TRACE = Logger.getLogger("org.vigie.trace");

  private final CompanyStores stores;
  private final TokenReader token;
  private final Retention retention;

  CompanyResource(CompanyStores stores, TokenReader token, Retention retention) {
    this.stores = stores;
    this.token = token;
    this.retention = retention;
  }

  /// The vector as of now: what was known, on the company's as-of day.
  @GET
  @Path("/features")
  @RunOnVirtualThread
  public Response features(@PathParam("siren") String siren) {
    return stores.find(siren).map(this::features).orElseGet(Problems::notFound);
  }

  private Response features(CompanyState company) {
    var facts = company.facts().asOf(company.asOf(), retention);
    var groups = OpenGroups.of(token.reader(), facts, company.everInAlert());
    trace("features", company.siren(), groups);
    var vector = VectorAsOf.compute(facts, company.asOf());
    return Response.ok(Answers.vector(company.siren(), vector, groups)).build();
  }

  /// Each month of a range by itself, with all that is known by now.
  @GET
  @Path("/history")
  @RunOnVirtualThread
  public Response history(
      @PathParam("siren") String siren,
      @QueryParam("from") @Nullable String from,
      @QueryParam("to") @Nullable String to) {
    return stores
        .find(siren)
        .map(
            company ->
                switch (MonthRange.of(from, to, company.asOf())) {
                  case Usable range -> history(company, range);
                  case Unusable(String reason) -> Problems.badRequest(reason);
                })
        .orElseGet(Problems::notFound);
  }

  private Response history(CompanyState company, Usable range) {
    var facts = company.facts().asOf(company.asOf(), retention);
    var groups = OpenGroups.of(token.reader(), facts, company.everInAlert());
    trace("history", company.siren(), groups);
    var months = History.months(facts, range.from(), range.to());
    return Response.ok(Answers.history(company.siren(), months, groups)).build();
  }

  private void trace(String what, String siren, OpenGroups groups) {
    Reader reader = token.reader();
    groups
        .access()
        .forEach(
            (group, access) -> {
              if (access instanceof Access.Open(Access.Ground ground)
                  && ground != Access.Ground.PUBLIC) {
                TRACE.infof("%s read %s/%s of %s: %s", reader.name(), what, group, siren, ground);
              }
            });
  }
}
