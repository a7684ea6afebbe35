package org.vigie.kit.http;

import io.smallrye.jwt.build.Jwt;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Tokens as the identity provider signs them, and those that no service takes.
public final class Tokens {

  private static final String ISSUER = "https://server.example.com";
  private static final String AUDIENCE = "vigie";
  private static final String ACCESS = "Bearer";

  // Long past, whatever leeway a clock is given.
  private static final Instant PAST = Instant.parse("2020-01-01T00:00:00Z");

  /// The command line.
  public static String operator() {
    return access(operatorClaims());
  }

  /// An administration's system.
  public static String administration(String id, List<String> rights, List<String> zones) {
    return access(
        Map.of(
            "preferred_username", id,
            "azp", id,
            "administration", id,
            "rights", rights,
            "zones", zones));
  }

  /// An agent of an administration, signed in at the portal.
  public static String agent(String administration, List<String> rights, List<String> zones) {
    return access(
        Map.of(
            "preferred_username", "agent",
            "azp", "vigie-portail",
            "administration", administration,
            "rights", rights,
            "zones", zones));
  }

  /// An agent who acts for no administration.
  public static String agent(List<String> rights, List<String> zones) {
    return access(Map.of("preferred_username", "agent", "rights", rights, "zones", zones));
  }

  /// A partner's system.
  public static String partner(String client, String... sources) {
    return access(Map.of("preferred_username", client, "azp", client, "sources", List.of(sources)));
  }

  /// Tokens of the operator that are refused, each named by what is wrong with it.
  public static Map<String, String> refused() {
    var claims = operatorClaims();
    return Map.of(
        "ID token", sign(claims, AUDIENCE, "ID", Instant.MAX),
        "no typ",
            Jwt.claims(claims)
                .issuer(ISSUER)
                .audience(AUDIENCE)
                .jws()
                .keyId("1")
                .sign("privateKey.jwk"),
        "foreign audience", sign(claims, "account", ACCESS, Instant.MAX),
        "expired", sign(claims, AUDIENCE, ACCESS, PAST),
        "foreign issuer",
            Jwt.claims(claims)
                .issuer("https://elsewhere.example.com")
                .audience(AUDIENCE)
                .claim("typ", ACCESS)
                .jws()
                .keyId("1")
                .sign("privateKey.jwk"),
        "no JWT", "not.a.token",
        "opaque", "0123456789abcdef");
  }

  private static Map<String, Object> operatorClaims() {
    return Map.of(
        "preferred_username",
        "vigie-cli",
        "azp",
        "vigie-cli",
        "realm_access",
        Map.of("roles", List.of(Caller.OPERATOR)));
  }

  private static String access(Map<String, Object> claims) {
    return sign(claims, AUDIENCE, ACCESS, Instant.MAX);
  }

  private static String sign(
      Map<String, Object> claims, String audience, String type, Instant expires) {
    var token = Jwt.claims(claims).issuer(ISSUER).audience(audience).claim("typ", type);
    if (!expires.equals(Instant.MAX)) {
      token.expiresAt(expires);
    }
    return token.jws().keyId("1").sign("privateKey.jwk");
  }

  private Tokens() {}
}
