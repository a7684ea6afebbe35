package org.vigie.devkit.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/// A service answered with a problem (RFC 9457).
public final class ProblemException extends IOException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final transient JsonNode problem;

  ProblemException(int status, JsonNode problem, String path) {
    super("%s: %s (%d)".formatted(path, text(problem), status));
    this.status = status;
    this.problem = problem;
  }

  public int status() {
    return status;
  }

  /// The problem as it was answered, with its members.
  public JsonNode problem() {
    return problem;
  }

  private static String text(JsonNode problem) {
    String detail = problem.path("detail").asText(problem.path("title").asText());
    return detail.isEmpty() ? problem.asText("no detail") : detail;
  }
}
