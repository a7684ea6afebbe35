package org.vigie.ingestion.answer;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import java.util.Map;

/// What is wrong with a request.
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

  public Problem {
    members = Map.copyOf(members);
  }

  public static ProblemException of(int status, String title, String detail) {
    return of(status, title, detail, Map.of());
  }

  public static ProblemException of(
      int status, String title, String detail, Map<String, Object> members) {
    return new ProblemException(new Problem(NO_TYPE, title, status, detail, members), 0);
  }

  /// The service cannot do it now: 503, and when to ask again.
  public static ProblemException retryAfter(int seconds, String title, String detail) {
    return new ProblemException(plain(503, title, detail), seconds);
  }

  static Problem plain(int status, String title, String detail) {
    return new Problem(NO_TYPE, title, status, detail, Map.of());
  }
}
