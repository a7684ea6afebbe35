package org.vigie.features.read;

import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/// Requests' readers, for tests that have no request.
public final class Callers {

  /// The command line.
  public static TokenReader operator() {
    var identity =
        QuarkusSecurityIdentity.builder()
            .setPrincipal(new QuarkusPrincipal("vigie-cli"))
            .addRole("operator")
            .build();
    return new TokenReader(new Token(Map.of("preferred_username", "vigie-cli")), identity);
  }

  private record Token(Map<String, Object> claims) implements JsonWebToken {

    @Override
    public String getName() {
      return "vigie-cli";
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
