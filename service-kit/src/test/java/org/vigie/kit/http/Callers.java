package org.vigie.kit.http;

import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/// Callers for tests that have no request.
public final class Callers {

  /// The command line.
  public static CurrentCaller operator() {
    var identity =
        QuarkusSecurityIdentity.builder()
            .setPrincipal(new QuarkusPrincipal("vigie-cli"))
            .addRole(Caller.OPERATOR)
            .build();
    return new CurrentCaller(token(Map.of("preferred_username", "vigie-cli")), identity);
  }

  static JsonWebToken token(Map<String, Object> claims) {
    return new Token(claims);
  }

  private record Token(Map<String, Object> claims) implements JsonWebToken {

    @Override
    public String getName() {
      return String.valueOf(claims.get("preferred_username"));
    }

    @Override
    public Set<String> getClaimNames() {
      return claims.keySet();
    }

    @Override
    @SuppressWarnings({"unchecked", "NullAway"}) // as the interface has it: absent is null
    public <T> T getClaim(String name) {
      return (T) claims.get(name);
    }
  }

  private Callers() {}
}
