package org.vigie.features.read;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonString;
import java.util.Collection;
import java.util.List;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import org.vigie.schemas.access.Reader;

/// The reader that the request's token describes.
@RequestScoped
public class TokenReader {

  private static final String OPERATOR = "operator";

  private final JsonWebToken token;
  private final SecurityIdentity identity;

  TokenReader(JsonWebToken token, SecurityIdentity identity) {
    this.token = token;
    this.identity = identity;
  }

  public Reader reader() {
    return Reader.ofClaims(name(), texts("rights"), texts("zones"), identity.hasRole(OPERATOR));
  }

  private String name() {
    Object user = token.getClaim("preferred_username");
    Object client = token.getClaim("azp");
    return String.valueOf(user == null ? client : user);
  }

  private List<String> texts(String claim) {
    Object value = token.getClaim(claim);
    return value instanceof Collection<?> values
        ? values.stream().map(TokenReader::text).toList()
        : List.of();
  }

  private static String text(@Nullable Object value) {
    return value instanceof JsonString json ? json.getString() : String.valueOf(value);
  }
}
