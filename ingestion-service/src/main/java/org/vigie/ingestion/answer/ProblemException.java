package org.vigie.ingestion.answer;

/// Ends a request with a problem.
public final class ProblemException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Problem problem;
  private final int retryAfterSeconds;

  /// @param retryAfterSeconds when to ask again; 0 when asking again is of no use
  ProblemException(Problem problem, int retryAfterSeconds) {
    super(problem.detail());
    this.problem = problem;
    this.retryAfterSeconds = retryAfterSeconds;
  }

  int retryAfterSeconds() {
    return retryAfterSeconds;
  }

  public Problem problem() {
    return problem;
  }
}
