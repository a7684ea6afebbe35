package org.vigie.kit.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.AuthenticationException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Answers what is refused before a request reaches an operation, or outside of all operations: the
/// same problems as [ProblemMappers].
@Singleton
class Rim {

  private static final Logger LOG = Logger.getLogger(Rim.class);

  // After the handlers of all that knows more of a failure, before Quarkus' own last one.
  private static final int NEAR_THE_END = Integer.MAX_VALUE - 1;

  private final ObjectMapper json;

  Rim(ObjectMapper json) {
    this.json = json;
  }

  void guard(@Observes Router router) {
    router.route().order(NEAR_THE_END).failureHandler(this::failed);
    // What matches no route meets no route for failures either.
    router.errorHandler(400, context -> answer(context, Refusals.ofStatus(400)));
    router.errorHandler(404, context -> answer(context, Refusals.ofStatus(404)));
    router.errorHandler(405, context -> answer(context, Refusals.ofStatus(405)));
    router.errorHandler(500, this::failed);
  }

  private void failed(RoutingContext context) {
    answer(context, problem(context.failure(), context.statusCode()));
  }

  private static Problem problem(@Nullable Throwable failure, int status) {
    return switch (failure) {
      case UnauthorizedException _ -> Refusals.UNAUTHORIZED;
      case AuthenticationException _ -> Refusals.UNAUTHORIZED;
      case ForbiddenException _ -> Refusals.FORBIDDEN;
      case RejectedExecutionException _ -> Refusals.ofStatus(503);
      case null -> Refusals.ofStatus(status);
      case Throwable other ->
          status >= 400 && status < 500 ? Refusals.ofStatus(status) : unexpected(other);
    };
  }

  private static Problem unexpected(Throwable failure) {
    var id = UUID.randomUUID().toString();
    LOG.errorf(failure, "request failed failure=%s", id);
    return Refusals.failed(id);
  }

  private void answer(RoutingContext context, Problem problem) {
    var response = context.response();
    if (response.ended() || response.headWritten()) {
      context.request().connection().close();
      return;
    }
    response
        .setStatusCode(problem.status())
        .putHeader("Content-Type", Problem.MEDIA_TYPE)
        .putHeader("Cache-Control", "no-store")
        .putHeader("X-Content-Type-Options", "nosniff");
    if (problem.status() == 401) {
      response.putHeader("WWW-Authenticate", Refusals.CHALLENGE);
    }
    response.end(write(problem));
  }

  private String write(Problem problem) {
    try {
      return json.writeValueAsString(problem);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a problem cannot be written as JSON", e);
    }
  }
}
