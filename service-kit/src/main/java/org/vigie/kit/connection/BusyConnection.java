package org.vigie.kit.connection;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.timeout.IdleStateEvent;
import java.util.concurrent.atomic.AtomicInteger;

/// Holds back that a connection is idle while one of its requests is in hand, some times.
final class BusyConnection extends ChannelInboundHandlerAdapter {

  /// A connection that nothing moves is told to be idle again and again, once in
  /// `quarkus.http.idle-timeout`: with a minute this is longer than any answer takes. Closing a day
  /// waits for 15.
  static final int TIMES_MAX = 16;

  private final AtomicInteger requests = new AtomicInteger();
  private int times;

  void begin() {
    requests.incrementAndGet();
  }

  void end() {
    requests.decrementAndGet();
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext connection, Object event) {
    if (!(event instanceof IdleStateEvent idle && isHeldBack(idle))) {
      connection.fireUserEventTriggered(event);
    }
  }

  private boolean isHeldBack(IdleStateEvent idle) {
    times = idle.isFirst() ? 1 : times + 1;
    return requests.get() > 0 && times < TIMES_MAX;
  }
}
