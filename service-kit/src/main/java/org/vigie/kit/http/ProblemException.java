package org.vigie.kit.http;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/// Ends a request with a problem. It is no bug, so it has no stack trace.
public final class ProblemException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Problem problem;
  private final int retryAfterSeconds;

  /// @param retryAfterSeconds when to ask again; 0 when asking again is of no use
  ProblemException(Problem problem, int retryAfterSeconds) {
    super(problem.detail(), null, false, false);
    this.problem = problem;
    this.retryAfterSeconds = retryAfterSeconds;
  }

  public Problem problem() {
    return problem;
  }

  /// The problem as it is answered, for those who answer instead of throwing.
  public Response answer() {
    var answer = problem.response();
    if (retryAfterSeconds > 0) {
      answer.header(HttpHeaders.RETRY_AFTER, retryAfterSeconds);
    }
    return answer.build();
  }
}
