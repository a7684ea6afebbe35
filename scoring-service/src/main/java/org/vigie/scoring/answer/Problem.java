package org.vigie.scoring.answer;

import jakarta.ws.rs.core.Response;

/// An error as RFC 9457 says it.
public record Problem(String type, String title, int status, String detail) {

  private static final String MEDIA_TYPE = "application/problem+json";

  /// The one answer for a score that is closed, abstained or absent: it carries nothing of the
  /// company asked for.
  static Response noScore() {
    var problem = new Problem("about:blank", "Not Found", 404, "no score is open to you here");
    return Response.status(problem.status()).type(MEDIA_TYPE).entity(problem).build();
  }
}
