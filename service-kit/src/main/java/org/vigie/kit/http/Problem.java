package org.vigie.kit.http;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Why a request is refused, as RFC 9457 has it. Its texts are printed by those who read them, so
/// they are cleaned by [PlainText].
///
/// @param title what kind of problem it is
/// @param status HTTP status
/// @param detail what, which value, which rule
/// @param members what else a program may want to know
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    @JsonAnyGetter Map<String, Object> members) {

  public static final String MEDIA_TYPE = "application/problem+json";

  // The status says all that a program needs.
  private static final String NO_TYPE = "about:blank";

  // JAX-RS has no constant for it.
  private static final int UNPROCESSABLE = 422;

  public Problem {
    detail = PlainText.shown(detail);
    members = cleaned(members);
  }

  private static Map<String, Object> cleaned(Map<String, Object> members) {
    var cleaned = new LinkedHashMap<String, Object>();
    members.forEach(
        (name, value) -> cleaned.put(name, value instanceof String s ? PlainText.shown(s) : value));
    return Map.copyOf(cleaned);
  }

  public static ProblemException of(int status, String title, String detail) {
    return of(status, title, detail, Map.of());
  }

  public static ProblemException of(
      int status, String title, String detail, Map<String, Object> members) {
    return new ProblemException(new Problem(NO_TYPE, title, status, detail, members), 0);
  }

  /// The one answer to what does not exist and to what is another's: nothing tells them apart.
  public static ProblemException notFound() {
    return of(404, "Not Found", "nothing of that name is open to you");
  }

  public static ProblemException forbidden(String detail) {
    return of(403, "Forbidden", detail);
  }

  /// A parameter of the address, or a header, that breaks a rule: 400.
  public static ProblemException malformed(String field, @Nullable String value, String rule) {
    return field(400, "Malformed " + field, field, value, rule);
  }

  /// A field of the body, or what it asks for, that breaks a rule: 422.
  public static ProblemException invalid(String field, @Nullable String value, String rule) {
    return field(UNPROCESSABLE, "Invalid field", field, value, rule);
  }

  private static ProblemException field(
      int status, String title, String field, @Nullable String value, String rule) {
    var members = new LinkedHashMap<String, Object>(Map.of("field", field, "rule", rule));
    if (value != null) {
      members.put("value", value);
    }
    return of(status, title, field + ": " + rule, members);
  }

  /// The service cannot do it now: 503, and when to ask again.
  public static ProblemException retryAfter(int seconds, String title, String detail) {
    return new ProblemException(plain(503, title, detail), seconds);
  }

  static Problem plain(int status, String title, String detail) {
    return new Problem(NO_TYPE, title, status, detail, Map.of());
  }

  Response.ResponseBuilder response() {
    return Response.status(status).type(MEDIA_TYPE).entity(this);
  }
}
