package org.vigie.kit.http;

import jakarta.json.JsonString;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/// Who calls: what the token claims, as the identity provider signed it.
///
/// @param name who, as traces name it
/// @param client the client of the identity provider that asked for the token
/// @param administration the administration for which the caller acts; null when none is named
/// @param rights as claimed, in order
/// @param zones as claimed, in order
/// @param sources as claimed, in order
/// @param operator whether it runs the installation
public record Caller(
    String name,
    String client,
    @Nullable String administration,
    List<String> rights,
    List<String> zones,
    List<String> sources,
    boolean operator) {

  /// Realm role of the command line, which runs the installation.
  public static final String OPERATOR = "operator";

  public Caller {
    rights = List.copyOf(rights);
    zones = List.copyOf(zones);
    sources = List.copyOf(sources);
  }

  static Caller of(JsonWebToken token, boolean operator) {
    var client = text(token.getClaim("azp"));
    var user = text(token.getClaim("preferred_username"));
    var subject = text(token.getClaim("sub"));
    return new Caller(
        first(user, client, subject),
        first(client, user, subject),
        text(token.getClaim("administration")),
        texts(token.getClaim("rights")),
        texts(token.getClaim("zones")),
        texts(token.getClaim("sources")),
        operator);
  }

  /// The administration for which the caller acts; empty when the token names none.
  public Optional<String> actsFor() {
    return Optional.ofNullable(administration);
  }

  /// The same, for what only those do who act for one.
  ///
  /// @throws ProblemException 403, when the token names none
  public String requiredAdministration() {
    return actsFor().orElseThrow(() -> Problem.forbidden("the token names no administration"));
  }

  /// The administration whose own system calls, by client credentials: the identity provider names
  /// the client as it names the administration. Empty for an agent, who signs in elsewhere.
  public Optional<String> system() {
    return actsFor().filter(client::equals);
  }

  private static String first(@Nullable String one, @Nullable String other, @Nullable String last) {
    if (one != null) {
      return one;
    }
    return other != null ? other : String.valueOf(last);
  }

  private static List<String> texts(@Nullable Object claim) {
    return claim instanceof Collection<?> values
        ? values.stream()
            .map(Caller::text)
            .filter(text -> text != null)
            .distinct()
            .sorted()
            .toList()
        : List.of();
  }

  private static @Nullable String text(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case JsonString json -> json.getString();
      default -> value.toString();
    };
  }
}
