package org.vigie.kit.streams;

import io.quarkus.runtime.Quarkus;
import org.apache.kafka.streams.KafkaStreams.State;
import org.apache.kafka.streams.KafkaStreams.StateListener;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.jboss.logging.Logger;

/// A stream that fails starts again from its last commit: a broker or registry that was away comes
/// back. When the stream cannot (its global thread is never replaced), the process ends, and
/// whoever supervises it starts it anew; it would otherwise live on and process nothing.
public final class StreamRestarts implements StreamsUncaughtExceptionHandler, StateListener {

  private static final Logger LOG = Logger.getLogger(StreamRestarts.class);
  private static final int FAILED = 1;

  private final Runnable end;

  StreamRestarts(Runnable end) {
    this.end = end;
  }

  /// Ends this process when the stream cannot start again.
  public static StreamRestarts orEnd() {
    return new StreamRestarts(() -> Quarkus.asyncExit(FAILED));
  }

  @Override
  public StreamThreadExceptionResponse handle(Throwable failure) {
    LOG.error("the stream failed and starts again from its last commit", failure);
    return StreamThreadExceptionResponse.REPLACE_THREAD;
  }

  @Override
  public void onChange(State now, State before) {
    if (now == State.ERROR) {
      LOG.errorf("the stream ended for good, and the process with it: before=%s", before);
      end.run();
    }
  }
}
