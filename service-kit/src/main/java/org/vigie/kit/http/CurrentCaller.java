package org.vigie.kit.http;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.function.Supplier;
import org.eclipse.microprofile.jwt.JsonWebToken;

/// The caller of the request in hand.
@RequestScoped
public class CurrentCaller implements Supplier<Caller> {

  private final JsonWebToken token;
  private final SecurityIdentity identity;

  CurrentCaller(JsonWebToken token, SecurityIdentity identity) {
    this.token = token;
    this.identity = identity;
  }

  @Override
  public Caller get() {
    return Caller.of(token, identity.hasRole(Caller.OPERATOR));
  }
}
