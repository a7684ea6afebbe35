package org.vigie.features.read;

import jakarta.ws.rs.core.Response;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.vigie.kit.http.Problem;

/// Tells a caller that the stores are not there yet.
final class Problems {

  // A restart reads the companies back within seconds; a rebuild takes longer, and is asked again.
  private static final int RETRY_SECONDS = 5;

  @ServerExceptionMapper
  Response starting(InvalidStateStoreException e) {
    return Problem.retryAfter(
            RETRY_SECONDS, "Starting", "the companies are being read back: ask again soon")
        .answer();
  }
}
