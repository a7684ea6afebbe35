package org.vigie.kit.http;

import jakarta.ws.rs.core.Response;
import java.util.Map;

/// What the frameworks refuse, in words.
final class Refusals {

  /// What a request without a valid token is asked for.
  static final String CHALLENGE = "Bearer";

  static final Problem UNAUTHORIZED =
      Problem.plain(401, "Unauthorized", "a valid bearer token made for this service is needed");

  static final Problem FORBIDDEN =
      Problem.plain(403, "Forbidden", "the token does not give this right");

  private static final Map<Integer, String> DETAILS =
      Map.of(
          400, "the request cannot be read",
          404, "nothing of that name is open to you",
          405, "this method is not possible here; Allow names those that are",
          406, "no media type of Accept can be answered",
          413, "the body is larger than is taken here",
          415, "the Content-Type of the body is not taken here",
          429, "too many requests; ask again later",
          503, "the service cannot do it now; ask again later");

  static Problem ofStatus(int status) {
    return switch (status) {
      case 401 -> UNAUTHORIZED;
      case 403 -> FORBIDDEN;
      default -> {
        var known = Response.Status.fromStatusCode(status);
        var title = known == null ? "Refused" : known.getReasonPhrase();
        yield Problem.plain(status, title, DETAILS.getOrDefault(status, title));
      }
    };
  }

  /// @param failure names the failure in the log
  static Problem failed(String failure) {
    return new Problem(
        "about:blank",
        "Internal Server Error",
        500,
        "the service failed; its log tells why under " + failure,
        Map.of("failure", failure));
  }

  private Refusals() {}
}
