package org.vigie.alerts.answer;

import io.smallrye.jwt.build.Jwt;
import java.util.List;
import java.util.Map;

/// Tokens as the identity provider signs them.
final class Tokens {

  /// An administration's system.
  static String administration(String administration, List<String> rights, List<String> zones) {
    return token(administration, administration, administration, rights, zones);
  }

  /// An agent of an administration, signed in at the portal.
  static String agent(String administration, List<String> rights, List<String> zones) {
    return token("agent", "vigie-portail", administration, rights, zones);
  }

  private static String token(
      String name, String client, String administration, List<String> rights, List<String> zones) {
    return Jwt.preferredUserName(name)
        .claim("azp", client)
        .claim("administration", administration)
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
