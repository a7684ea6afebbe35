package org.vigie.scoring.answer;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.vigie.schemas.access.Reader;

/// The reader that the request's token describes.
@RequestScoped
class CurrentReader {

  private static final String OPERATOR = "operator";

  private final SecurityIdentity identity;
  private final JsonWebToken token;

  CurrentReader(SecurityIdentity identity, JsonWebToken token) {
    this.identity = identity;
    this.token = token;
  }

  Reader get() {
    return Reader.ofClaims(name(), claims("rights"), claims("zones"), identity.hasRole(OPERATOR));
  }

  private String name() {
    return token
        .<String>claim("preferred_username")
        .or(() -> token.claim("azp"))
        .orElseGet(token::getSubject);
  }

  private List<String> claims(String name) {
    Optional<JsonArray> values = token.claim(name);
    return values.map(array -> array.getValuesAs(JsonString.class)).orElse(List.of()).stream()
        .map(JsonString::getString)
        .toList();
  }
}
