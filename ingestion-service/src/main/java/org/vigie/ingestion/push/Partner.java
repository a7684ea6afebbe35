package org.vigie.ingestion.push;

import jakarta.json.JsonString;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;

/// Who pushes, as its token says.
///
/// @param client name of the client
/// @param sources sources that it may push
record Partner(String client, Set<String> sources) {

  Partner {
    sources = Set.copyOf(sources);
  }

  static Partner of(JsonWebToken token) {
    String party = token.getClaim("azp");
    Object sources = token.getClaim("sources");
    return new Partner(party == null ? token.getName() : party, texts(sources));
  }

  private static Set<String> texts(Object claim) {
    return claim instanceof Collection<?> values
        ? values.stream().map(Partner::text).collect(Collectors.toSet())
        : Set.of();
  }

  private static String text(Object value) {
    return value instanceof JsonString string ? string.getString() : value.toString();
  }
}
