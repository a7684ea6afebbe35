package org.vigie.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.junit.jupiter.api.Test;

class WiringTest {

  @Test
  void aStreamThatFailsStartsAgain() {
    assertThat(new Wiring().startAgain().handle(new TimeoutException("broker is gone")))
        .isEqualTo(StreamThreadExceptionResponse.REPLACE_THREAD);
  }
}
