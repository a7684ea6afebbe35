package org.vigie.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/// Uses one object from several threads at once, from its very first use on, each thread with a
/// value of its own, and fails when a thread ever gets anything but its value back.
final class SharedByThreads {

  private static final int THREADS = 4;

  /// Enough for a decoder that two threads share to mix their values thousands of times.
  private static final int ROUNDS = 20_000;

  /// @param values at least one; a thread takes one of them
  /// @param roundTrip answers an equal value when nothing disturbs it
  static <V> void eachGetsItsOwn(List<V> values, UnaryOperator<V> roundTrip) {
    var start = new CountDownLatch(1);
    try (var threads = Executors.newFixedThreadPool(THREADS)) {
      var wrong =
          IntStream.range(0, THREADS)
              .mapToObj(i -> values.get(i % values.size()))
              .map(value -> threads.submit(() -> wrongAnswers(value, roundTrip, start)))
              .toList();
      start.countDown();
      assertThat(wrong).extracting(SharedByThreads::result).containsOnly(0);
    }
  }

  private static <V> int wrongAnswers(V value, UnaryOperator<V> roundTrip, CountDownLatch start)
      throws InterruptedException {
    start.await();
    var wrong = 0;
    for (var round = 0; round < ROUNDS; round++) {
      if (!value.equals(roundTrip.apply(value))) {
        wrong++;
      }
    }
    return wrong;
  }

  private static int result(Future<Integer> wrong) {
    try {
      return wrong.get();
    } catch (ExecutionException | InterruptedException e) {
      throw new AssertionError("a thread failed where one alone does not", e);
    }
  }

  private SharedByThreads() {}
}
