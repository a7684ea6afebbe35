package org.vigie.ingestion;

import io.smallrye.jwt.build.Jwt;
import java.util.List;
import java.util.Map;

/// Tokens as the identity provider signs them.
final class Tokens {

  /// The command line.
  static String operator() {
    return sign(Map.of("realm_access", Map.of("roles", List.of("operator"))), "vigie-cli");
  }

  /// A partner's system.
  static String partner(String client, String... sources) {
    return sign(Map.of("azp", client, "sources", List.of(sources)), client);
  }

  private static String sign(Map<String, Object> claims, String name) {
    return Jwt.claims(claims)
        .preferredUserName(name)
        .issuer("https://server.example.com")
        .jws()
        .keyId("1")
        .sign("privateKey.jwk");
  }

  private Tokens() {}
}
