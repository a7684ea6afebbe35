package org.vigie.ingestion.admit;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/// Bounds the requests in hand, before their tokens are checked and their bodies are read. Health
/// is always answered.
@ApplicationScoped
class RequestsInHand {

  /// Twice as many as pushes in hand: the others wait for the database at most.
  private static final int MAX = 1_024;

  // Above the checks of tokens, which are at 200.
  private static final int PRIORITY = 1_000;

  // As they are written: an address that cannot be decoded is answered further on.
  private static final Set<String> HEALTH =
      Set.of("/q/health", "/q/health/live", "/q/health/ready", "/q/health/started");

  // Requests in hand are answered within some transactions.
  private static final String RETRY_SECONDS = "2";

  private static final String TOO_MANY =
      """
      {"type":"about:blank","title":"Too much at once","status":503,\
      "detail":"too many requests are in hand; ask again"}\
      """;

  private final AtomicInteger inHand = new AtomicInteger();
  private final int max;

  @Inject
  RequestsInHand() {
    this(MAX);
  }

  RequestsInHand(int max) {
    this.max = max;
  }

  void register(@Observes Filters filters) {
    filters.register(this::admit, PRIORITY);
  }

  private void admit(RoutingContext request) {
    if (HEALTH.contains(request.request().uri())) {
      request.next();
    } else if (inHand.incrementAndGet() > max) {
      inHand.decrementAndGet();
      refuse(request);
    } else {
      request.addEndHandler(_ -> inHand.decrementAndGet());
      request.next();
    }
  }

  private static void refuse(RoutingContext request) {
    request
        .response()
        .setStatusCode(503)
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
        .putHeader("Retry-After", RETRY_SECONDS)
        .end(TOO_MANY);
  }
}
