package org.vigie.alerts.subscribe;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.alerts.identify.Caller;
import org.vigie.alerts.identify.Problem;
import org.vigie.alerts.subscribe.SubscriptionRequest.Checked;
import org.vigie.alerts.subscribe.VersionEntity.Content;
import org.vigie.schemas.access.Right;
import org.vigie.schemas.access.Zone;

/// The subscriptions of the caller's administration. Only its own system writes them: rights and
/// zones of what its topic receives are those of the token that subscribes.
@Path("/subscriptions")
@RunOnVirtualThread
class SubscriptionResource {

  private static final String SYSTEM_ONLY =
      "only an administration's own system writes its subscriptions";

  private final SubscriptionRegister register;
  private final Caller caller;

  SubscriptionResource(SubscriptionRegister register, Caller caller) {
    this.register = register;
    this.caller = caller;
  }

  /// Subscribes: 201 for a new name, 200 for a new version or for the same again.
  @POST
  public Response subscribe(@Nullable SubscriptionRequest request) {
    var administration = caller.system();
    if (administration.isEmpty()) {
      return forbidden(SYSTEM_ONLY);
    }
    if (!caller.rights().contains(Right.SCORE.claim())) {
      return forbidden("an alert tells a level: the right score is needed");
    }
    if (request == null) {
      return Problem.invalid("name", null, "a JSON object with at least a name").response();
    }
    return switch (request.check(Zone.ofClaims(caller.zones()))) {
      case Checked.Refused(var field, var value, var rule) ->
          Problem.invalid(field, value, rule).response();
      case Checked.Accepted(var name, var terms) -> {
        var content = Content.of(terms, caller.rights(), caller.zones());
        var registered = register.register(administration.get(), name, content);
        yield Response.status(registered.created() ? Response.Status.CREATED : Response.Status.OK)
            .entity(registered.subscription())
            .build();
      }
    };
  }

  /// The administration's subscriptions in force; all of them for the operator.
  @GET
  public Response subscriptions() {
    if (caller.isOperator()) {
      return Response.ok(register.inForce(Optional.empty())).build();
    }
    return caller
        .administration()
        .map(own -> Response.ok(register.inForce(Optional.of(own))).build())
        .orElseGet(() -> forbidden("the token names no administration"));
  }

  /// Ends a subscription of the administration.
  @DELETE
  @Path("/{id}")
  public Response end(@PathParam("id") String id) {
    var administration = caller.system();
    if (administration.isEmpty()) {
      return forbidden(SYSTEM_ONLY);
    }
    return register.end(administration.get(), id)
        ? Response.noContent().build()
        : Problem.notFound().response();
  }

  private static Response forbidden(String detail) {
    return Problem.of(Response.Status.FORBIDDEN, detail).response();
  }
}
