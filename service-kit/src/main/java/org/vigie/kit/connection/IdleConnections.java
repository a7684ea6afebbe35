package org.vigie.kit.connection;

import io.netty.channel.Channel;
import io.netty.handler.timeout.IdleStateHandler;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/// Keeps connections whose requests are in hand from being closed as idle: the server closes those
/// on which nothing moves for `quarkus.http.idle-timeout`, and knows of no request that is still to
/// be answered.
@Singleton
class IdleConnections {

  // Before all others: a request is in hand from its first moment.
  private static final int PRIORITY = 1_002;

  void register(@Observes Filters filters) {
    filters.register(IdleConnections::follow, PRIORITY);
  }

  private static void follow(RoutingContext request) {
    if (request.request().connection() instanceof ConnectionBase connection) {
      var busy = busy(connection.channel());
      busy.begin();
      request.addEndHandler(_ -> busy.end());
    }
    request.next();
  }

  // The event loop of the connection runs it, for one request after another.
  private static BusyConnection busy(Channel channel) {
    var pipeline = channel.pipeline();
    var known = pipeline.get(BusyConnection.class);
    if (known != null) {
      return known;
    }
    var busy = new BusyConnection();
    var idle = pipeline.context(IdleStateHandler.class);
    if (idle != null) {
      pipeline.addAfter(idle.name(), "busy", busy);
    }
    return busy;
  }
}
