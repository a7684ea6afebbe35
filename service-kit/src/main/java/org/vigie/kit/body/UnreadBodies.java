package org.vigie.kit.body;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/// Throws away what still comes of a body after its request was answered, for a short while; then
/// closes the connection. At once would be too early: the sender might not read the answer.
@Singleton
public class UnreadBodies {

  // Before anything can answer.
  private static final int PRIORITY = 1_001;

  // A sender that reads its answer stops sending within less.
  private static final long LINGER_MILLIS = 5_000;

  public void register(@Observes Filters filters) {
    filters.register(UnreadBodies::follow, PRIORITY);
  }

  private static void follow(RoutingContext request) {
    var eventLoop = request.vertx().getOrCreateContext();
    request.addEndHandler(_ -> eventLoop.runOnContext(_ -> discard(request)));
    request.next();
  }

  private static void discard(RoutingContext answered) {
    var request = answered.request();
    if (!request.isEnded()) {
      request.handler(_ -> {});
      request.resume();
      answered.vertx().setTimer(LINGER_MILLIS, _ -> closeUnlessEnded(request));
    }
  }

  private static void closeUnlessEnded(HttpServerRequest request) {
    if (!request.isEnded()) {
      request.connection().close();
    }
  }
}
