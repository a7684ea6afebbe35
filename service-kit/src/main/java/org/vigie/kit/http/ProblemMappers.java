package org.vigie.kit.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// Gives every refusal the one form: ours and those of the frameworks.
class ProblemMappers {

  private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

  @ServerExceptionMapper
  Response problem(ProblemException e) {
    return e.answer();
  }

  @ServerExceptionMapper({
    UnauthorizedException.class,
    AuthenticationFailedException.class,
    AuthenticationCompletionException.class
  })
  Response unauthorized(SecurityException e) {
    return Refusals.UNAUTHORIZED
        .response()
        .header(HttpHeaders.WWW_AUTHENTICATE, Refusals.CHALLENGE)
        .build();
  }

  @ServerExceptionMapper
  Response forbidden(ForbiddenException e) {
    return Refusals.FORBIDDEN.response().build();
  }

  @ServerExceptionMapper
  Response refused(WebApplicationException e) {
    if (e.getCause() instanceof JsonProcessingException json) {
      return notJson(json);
    }
    var refused = e.getResponse();
    if (refused.getStatus() >= 500) {
      return unexpected(e);
    }
    var answer = Refusals.ofStatus(refused.getStatus()).response();
    if (!refused.getAllowedMethods().isEmpty()) {
      answer.allow(refused.getAllowedMethods());
    }
    return answer.build();
  }

  private static Response notJson(JsonProcessingException e) {
    var at =
        e.getLocation() == null ? "" : " (character %d)".formatted(e.getLocation().getCharOffset());
    return Problem.plain(400, "Bad Request", "the body is not JSON that is taken" + at)
        .response()
        .build();
  }

  /// JSON whose values are not those of the body that is expected.
  @ServerExceptionMapper
  Response mismatched(MismatchedInputException e) {
    var field = e.getPath().stream().map(ProblemMappers::step).collect(Collectors.joining("."));
    return Problem.malformed(
            field.isEmpty() ? "body" : field, null, "has not the type that is expected")
        .answer();
  }

  private static String step(JsonMappingException.Reference step) {
    return step.getFieldName() == null ? "" + step.getIndex() : step.getFieldName();
  }

  /// A bug or a broken machine: the log has it, the caller the id under which.
  @ServerExceptionMapper
  Response unexpected(Throwable e) {
    var id = UUID.randomUUID().toString();
    LOG.errorf(e, "request failed failure=%s", id);
    return Refusals.failed(id).response().build();
  }
}
