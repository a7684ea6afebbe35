package org.vigie.alerts.identify;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// Gives every refusal of the frameworks the one form.
class ProblemMappers {

  @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
  Response unauthorized(SecurityException refusal) {
    return Problem.of(Response.Status.UNAUTHORIZED, "a valid bearer token is needed").response();
  }

  @ServerExceptionMapper
  Response forbidden(ForbiddenException refusal) {
    return Problem.of(Response.Status.FORBIDDEN, "the token does not allow it").response();
  }

  @ServerExceptionMapper
  Response web(WebApplicationException refusal) {
    var status = refusal.getResponse().getStatusInfo();
    return status.getStatusCode() == Response.Status.NOT_FOUND.getStatusCode()
        ? Problem.notFound().response()
        : Problem.of(status, status.getReasonPhrase()).response();
  }
}
