package org.vigie.features.read;

import io.smallrye.jwt.build.Jwt;
import java.util.List;
import java.util.Map;

/// Tokens as the identity provider signs them.
final class Tokens {

  static String agent(List<String> rights, List<String> zones) {
    return Jwt.preferredUserName("agent")
        .claim("rights", rights)
        .claim("zones", zones)
        .issuer("https://server.example.com")
        .jws()
        .keyId("1")
        .sign("privateKey.jwk");
  }

  /// The command line.
  static String operator() {
    return Jwt.preferredUserName("vigie-cli")
        .claim("realm_access", Map.of("roles", List.of("operator")))
        .issuer("https://server.example.com")
        .jws()
        .keyId("1")
        .sign("privateKey.jwk");
  }

  private Tokens() {}
}
