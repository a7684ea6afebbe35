package org.vigie.benchmarks;

import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// Does something at a steady rate, whatever the answers: each call has the time at which it was
/// due, so that a slow answer does not hide the calls behind it.
final class OpenLoop {

  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  private final int perSecond;
  private final int warmUp;
  private final int count;

  /// @param warmUp calls before the first that is measured
  /// @param measured calls after them
  OpenLoop(int perSecond, int warmUp, int measured) {
    this.perSecond = perSecond;
    this.warmUp = warmUp;
    this.count = warmUp + measured;
  }

  /// One call.
  @FunctionalInterface
  interface Call {
    void make(int number) throws Exception;
  }

  /// What came of the calls.
  ///
  /// @param dueNanos when each was due, on the clock of [System#nanoTime]
  /// @param failures how many of the measured ones failed
  /// @param firstFailure why the first of all did; null when none
  record Done(long[] dueNanos, int failures, @Nullable String firstFailure) {}

  /// Makes the calls and waits for the last.
  Done run(Call call) {
    var due = new long[count];
    var failures = new AtomicInteger();
    var first = new AtomicReference<@Nullable String>();
    long begun = System.nanoTime();
    try (var calls = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < count; i++) {
        due[i] = begun + i * NANOS_PER_SECOND / perSecond;
        LockSupport.parkNanos(due[i] - System.nanoTime());
        int number = i;
        calls.execute(
            () -> {
              try {
                call.make(number);
              } catch (Exception e) {
                if (number >= warmUp) {
                  failures.incrementAndGet();
                }
                first.compareAndSet(null, e.toString());
              }
            });
      }
    }
    return new Done(due, failures.get(), first.get());
  }
}
