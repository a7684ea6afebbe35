package org.vigie.alerts.subscribe;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.alerts.subscribe.SubscriptionRegister.Full;
import org.vigie.alerts.subscribe.SubscriptionRegister.Registered;
import org.vigie.alerts.subscribe.SubscriptionRequest.Checked;
import org.vigie.alerts.subscribe.VersionEntity.Content;
import org.vigie.kit.http.CurrentCaller;
import org.vigie.kit.http.Problem;
import org.vigie.kit.http.ProblemException;
import org.vigie.schemas.access.Right;
import org.vigie.schemas.access.Zone;

/// The subscriptions of the caller's administration. Only its own system writes them: rights and
/// zones of what its topic receives are those of the token that subscribes.
@Path("/subscriptions")
@RunOnVirtualThread
class SubscriptionResource {

  private final SubscriptionRegister register;
  private final CurrentCaller current;

  SubscriptionResource(SubscriptionRegister register, CurrentCaller current) {
    this.register = register;
    this.current = current;
  }

  /// Subscribes: 201 for a new name, 200 for a new version or for the same again.
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response subscribe(@Nullable SubscriptionRequest request) {
    var caller = current.get();
    var administration = caller.system().orElseThrow(SubscriptionResource::systemOnly);
    if (!caller.rights().contains(Right.SCORE.claim())) {
      throw Problem.forbidden("an alert tells a level: the right score is needed");
    }
    if (request == null) {
      throw Problem.invalid("name", null, "a JSON object with at least a name");
    }
    return switch (request.check(Zone.ofClaims(caller.zones()))) {
      case Checked.Refused(var field, var value, var rule) ->
          throw Problem.invalid(field, value, rule);
      case Checked.Accepted(var name, var terms) -> {
        var content = Content.of(terms, caller.rights(), caller.zones());
        yield switch (register.register(administration, name, content)) {
          case Registered(var subscription, var created) ->
              Response.status(created ? Response.Status.CREATED : Response.Status.OK)
                  .entity(subscription)
                  .build();
          case Full(var rule) ->
              throw Problem.of(409, "Too many subscriptions", "an administration has " + rule);
        };
      }
    };
  }

  /// The administration's subscriptions in force; all of them for the operator.
  @GET
  public List<SubscriptionView> subscriptions() {
    var caller = current.get();
    if (caller.operator()) {
      return register.inForce(Optional.empty());
    }
    return register.inForce(Optional.of(caller.requiredAdministration()));
  }

  /// Ends a subscription of the administration.
  @DELETE
  @Path("/{id}")
  public void end(@PathParam("id") String id) {
    var administration = current.get().system().orElseThrow(SubscriptionResource::systemOnly);
    if (!Fingerprint.isOne(id) || !register.end(administration, id)) {
      throw Problem.notFound();
    }
  }

  private static ProblemException systemOnly() {
    return Problem.forbidden("only an administration's own system writes its subscriptions");
  }
}
