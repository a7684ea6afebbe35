package org.vigie.kit.http;

import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityPolicy;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;

/// Lets nobody through without a valid token. Unlike Quarkus' policy `authenticated` it fails, so
/// that the refusal is answered as a problem instead of without a body.
@Singleton
class TokenPolicy implements HttpSecurityPolicy {

  @Override
  public String name() {
    return "token";
  }

  @Override
  public Uni<CheckResult> checkPermission(
      RoutingContext request, Uni<SecurityIdentity> identity, AuthorizationRequestContext context) {
    return identity.map(
        who -> {
          if (who.isAnonymous()) {
            throw new UnauthorizedException();
          }
          return CheckResult.PERMIT;
        });
  }
}
