package org.vigie.alerts.identify;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonString;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.vigie.schemas.access.Reader;

/// Who calls: what the token claims, as the identity provider signed it.
@RequestScoped
public class Caller {

  /// Realm role of the command line, which runs the installation.
  public static final String OPERATOR = "operator";

  private final JsonWebToken token;
  private final SecurityIdentity identity;

  Caller(JsonWebToken token, SecurityIdentity identity) {
    this.token = token;
    this.identity = identity;
  }

  public boolean isOperator() {
    return identity.hasRole(OPERATOR);
  }

  /// The administration for which the caller acts; empty when the token names none.
  public Optional<String> administration() {
    return Optional.ofNullable(token.<Object>getClaim("administration")).map(Object::toString);
  }

  /// The administration whose own system calls, by client credentials: the identity provider names
  /// the client as it names the administration. Empty for an agent, who signs in elsewhere.
  public Optional<String> system() {
    return administration().filter(own -> own.equals(token.<Object>getClaim("azp")));
  }

  /// Rights by source, as claimed.
  public List<String> rights() {
    return texts("rights");
  }

  /// Codes of départements, or `FR`, as claimed.
  public List<String> zones() {
    return texts("zones");
  }

  /// The caller, as the access policy sees it.
  public Reader reader() {
    return Reader.ofClaims(token.getName(), rights(), zones(), isOperator());
  }

  private List<String> texts(String claim) {
    return token.getClaim(claim) instanceof Collection<?> values
        ? values.stream().map(Caller::text).distinct().sorted().toList()
        : List.of();
  }

  private static String text(Object value) {
    return value instanceof JsonString json ? json.getString() : value.toString();
  }
}
