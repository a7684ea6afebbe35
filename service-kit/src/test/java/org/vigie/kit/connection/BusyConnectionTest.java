package org.vigie.kit.connection;

import static io.netty.handler.timeout.IdleStateEvent.ALL_IDLE_STATE_EVENT;
import static io.netty.handler.timeout.IdleStateEvent.FIRST_ALL_IDLE_STATE_EVENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BusyConnectionTest {

  private final BusyConnection busy = new BusyConnection();
  private final List<Object> told = new ArrayList<>();
  private final EmbeddedChannel connection = new EmbeddedChannel(busy, new Server());

  @Test
  void oneWithoutARequestIsIdleAtOnce() {
    tell(FIRST_ALL_IDLE_STATE_EVENT);
    assertThat(told).hasSize(1);
  }

  @Test
  void oneWhoseRequestIsInHandIsIdleAfterSomeTimes() {
    busy.begin();
    tell(FIRST_ALL_IDLE_STATE_EVENT);
    for (int time = 2; time < BusyConnection.TIMES_MAX; time++) {
      tell(ALL_IDLE_STATE_EVENT);
    }
    assertThat(told).isEmpty();
    tell(ALL_IDLE_STATE_EVENT);
    assertThat(told).hasSize(1);
  }

  @Test
  void whatMovesBeginsTheCountAnew() {
    busy.begin();
    for (int time = 0; time < 2 * BusyConnection.TIMES_MAX; time++) {
      tell(FIRST_ALL_IDLE_STATE_EVENT);
    }
    assertThat(told).isEmpty();
  }

  @Test
  void oneIsIdleOnceAllItsRequestsAreAnswered() {
    busy.begin();
    busy.begin();
    busy.end();
    tell(FIRST_ALL_IDLE_STATE_EVENT);
    assertThat(told).isEmpty();
    busy.end();
    tell(ALL_IDLE_STATE_EVENT);
    assertThat(told).hasSize(1);
  }

  @Test
  void otherEventsPass() {
    busy.begin();
    tell("another");
    assertThat(told).containsExactly("another");
  }

  private void tell(Object event) {
    connection.pipeline().fireUserEventTriggered(event);
  }

  private final class Server extends ChannelInboundHandlerAdapter {

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
      told.add(event);
    }
  }
}
