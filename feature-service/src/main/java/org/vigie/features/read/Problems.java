package org.vigie.features.read;

import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// Errors as RFC 9457 tells them.
public final class Problems {

  public static Response notFound() {
    return problem(Response.Status.NOT_FOUND, "nothing is known under this name");
  }

  public static Response badRequest(String detail) {
    return problem(Response.Status.BAD_REQUEST, detail);
  }

  @ServerExceptionMapper
  Response starting(InvalidStateStoreException e) {
    return problem(
        Response.Status.SERVICE_UNAVAILABLE, "the companies are being read back: ask again soon");
  }

  private static Response problem(Response.Status status, String detail) {
    return Response.status(status)
        .type("application/problem+json")
        .entity(
            Map.of(
                "type",
                "about:blank",
                "title",
                status.getReasonPhrase(),
                "status",
                status.getStatusCode(),
                "detail",
                detail))
        .build();
  }
}
