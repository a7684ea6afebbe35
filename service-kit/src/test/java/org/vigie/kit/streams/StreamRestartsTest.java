package org.vigie.kit.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.streams.KafkaStreams.State;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StreamRestartsTest {

  private final AtomicInteger ends = new AtomicInteger();
  private final StreamRestarts restarts = new StreamRestarts(ends::incrementAndGet);

  @Test
  void aStreamThatFailsStartsAgain() {
    assertThat(restarts.handle(new TimeoutException("broker is gone")))
        .isEqualTo(StreamThreadExceptionResponse.REPLACE_THREAD);
    assertThat(ends).hasValue(0);
  }

  @Test
  void aStreamThatCannotStartAgainEndsTheProcess() {
    restarts.onChange(State.ERROR, State.PENDING_ERROR);

    assertThat(ends).hasValue(1);
  }

  @ParameterizedTest
  @EnumSource(value = State.class, names = "ERROR", mode = EnumSource.Mode.EXCLUDE)
  void aStreamInAnyOtherStateDoesNotEndTheProcess(State state) {
    restarts.onChange(state, State.RUNNING);

    assertThat(ends).hasValue(0);
  }
}
