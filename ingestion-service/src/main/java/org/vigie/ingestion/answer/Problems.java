package org.vigie.ingestion.answer;

import io.quarkus.security.ForbiddenException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// Writes every refusal of a request as a problem.
class Problems {

  @ServerExceptionMapper
  Response problem(ProblemException e) {
    var answer = answer(e.problem());
    if (e.retryAfterSeconds() > 0) {
      answer.getHeaders().putSingle(HttpHeaders.RETRY_AFTER, e.retryAfterSeconds());
    }
    return answer;
  }

  @ServerExceptionMapper
  Response forbidden(ForbiddenException e) {
    return answer(Problem.plain(403, "Forbidden", "the token does not give this right"));
  }

  @ServerExceptionMapper
  Response refused(WebApplicationException e) {
    var status = e.getResponse().getStatusInfo();
    var detail = e.getMessage() == null ? status.getReasonPhrase() : e.getMessage();
    return answer(Problem.plain(status.getStatusCode(), status.getReasonPhrase(), detail));
  }

  private static Response answer(Problem problem) {
    return Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem).build();
  }
}
