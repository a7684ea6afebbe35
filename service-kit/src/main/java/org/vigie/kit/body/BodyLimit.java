package org.vigie.kit.body;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/// Bounds the body of every operation before anything is made of it: one that is announced larger
/// is refused unread, and any other as soon as it is.
class BodyLimit {

  // A page of JSON. What takes more says so.
  static final long DEFAULT_BYTES_MAX = 64 << 10;

  private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");

  @ServerRequestFilter
  void bound(ContainerRequestContext request, ResourceInfo operation) {
    long max = bytesMax(operation);
    if (max == BodyBytesMax.UNBOUNDED || !WITH_BODY.contains(request.getMethod())) {
      return;
    }
    if (announced(request) > max) {
      throw BoundedBody.tooLarge(max);
    }
    request.setEntityStream(new BoundedBody(request.getEntityStream(), max));
  }

  // Not `getLength`, which fails beyond 2 GiB. The server has checked that it is a number.
  private static long announced(ContainerRequestContext request) {
    var length = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
    return length == null ? 0 : Long.parseLong(length);
  }

  private static long bytesMax(ResourceInfo operation) {
    var own = operation.getResourceMethod().getAnnotation(BodyBytesMax.class);
    return own == null ? DEFAULT_BYTES_MAX : own.value();
  }
}
