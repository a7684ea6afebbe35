package org.vigie.kit.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.vigie.kit.work.Job.Turn;

/// The loop runs in the test's own thread, and its waits are written down.
class WorkerTest {

  private static final BackOff BACK_OFF =
      new BackOff(Duration.ofSeconds(1), Duration.ofSeconds(30));

  private final List<Duration> waits = new ArrayList<>();
  private final List<String> calls = new ArrayList<>();

  @Test
  void turnsFollowOneAnotherUntilTheJobHasEnded() {
    run(Turn.WORKED, Turn.IDLE, Turn.ENDED);

    assertThat(calls).containsExactly("turn", "turn", "turn", "release", "close");
    assertThat(waits).containsOnly(Duration.ZERO);
  }

  @Test
  void itWaitsLongerAfterEachFailureInARow() {
    run(Turn.FAILED, Turn.FAILED, Turn.FAILED, Turn.ENDED);

    assertThat(waits).extracting(Duration::toSeconds).containsExactly(0L, 1L, 2L, 4L);
  }

  @Test
  void whatIsHeldIsReleasedAfterEachFailureAndAtTheEnd() {
    run(Turn.FAILED, Turn.WORKED, Turn.ENDED);

    assertThat(calls).containsExactly("turn", "release", "turn", "turn", "release", "close");
  }

  @Test
  void aTurnThatWorkedForgetsFailuresAndAnIdleOneDoesNot() {
    run(Turn.FAILED, Turn.IDLE, Turn.FAILED, Turn.WORKED, Turn.FAILED, Turn.ENDED);

    assertThat(waits).extracting(Duration::toSeconds).containsExactly(0L, 1L, 0L, 2L, 0L, 1L);
  }

  @Test
  void anExceptionOrAnErrorIsAFailureAndTheThreadGoesOn() {
    run(
        () -> {
          throw new IllegalStateException("as a test has it");
        },
        () -> {
          throw new OutOfMemoryError("as a test has it");
        },
        () -> Turn.ENDED);

    assertThat(waits).extracting(Duration::toSeconds).containsExactly(0L, 1L, 2L);
  }

  @Test
  void aReleaseThatFailsEndsNothing() {
    var job =
        new Scripted(() -> Turn.FAILED, () -> Turn.ENDED) {
          @Override
          public void release() {
            throw new IllegalStateException("as a test has it");
          }
        };
    worker(job).run();

    assertThat(calls).containsExactly("turn", "turn", "close");
  }

  @Test
  void afterItIsToldToStopNoTurnIsTaken() {
    var worker = worker(new Scripted());
    worker.stop();
    worker.run();

    assertThat(calls).containsExactly("wake", "release", "close");
  }

  @Test
  void whoIsInterruptedInATurnClosesUndisturbedAndStaysInterrupted() {
    worker(
            new Scripted() {
              @Override
              public Turn turn() throws InterruptedException {
                throw new InterruptedException();
              }

              @Override
              public void close() {
                calls.add(Thread.currentThread().isInterrupted() ? "disturbed" : "close");
              }
            })
        .run();

    assertThat(Thread.interrupted()).isTrue();
    assertThat(calls).containsExactly("release", "close");
  }

  @Test
  void aThreadThatIsStoppedEndsItsWaitAndHasEndedAfterTheJoin() throws InterruptedException {
    var failed = new CountDownLatch(1);
    var worker =
        new Worker(
            Thread.ofVirtual().name("worker"),
            new Scripted(
                () -> {
                  failed.countDown();
                  return Turn.FAILED;
                }),
            BackOff.constant(Duration.ofDays(1)));
    assertThat(worker.isAlive()).isFalse();
    worker.start();
    failed.await();
    assertThat(worker.isAlive()).isTrue();

    worker.stop();
    worker.join(Duration.ofMinutes(1));

    assertThat(worker.isAlive()).isFalse();
  }

  @Test
  void anInterruptEndsATurnThatWaits() throws InterruptedException {
    var waiting = new CountDownLatch(1);
    var worker =
        new Worker(
            Thread.ofPlatform().name("worker"),
            new Scripted() {
              @Override
              public Turn turn() throws InterruptedException {
                waiting.countDown();
                new CountDownLatch(1).await();
                return Turn.WORKED;
              }
            },
            BACK_OFF);
    worker.start();
    waiting.await();

    worker.interrupt();
    worker.join(Duration.ofMinutes(1));

    assertThat(worker.isAlive()).isFalse();
  }

  @Test
  void oneThatWasNeverStartedIsNotWaitedFor() throws InterruptedException {
    var worker = worker(new Scripted());

    worker.stop();
    worker.join(Duration.ofMinutes(1));

    assertThat(worker.isAlive()).isFalse();
  }

  private void run(Turn... turns) {
    var script = new ArrayList<Supplier<Turn>>();
    for (var turn : turns) {
      script.add(() -> turn);
    }
    worker(new Scripted(script)).run();
  }

  @SafeVarargs
  private void run(Supplier<Turn>... turns) {
    worker(new Scripted(turns)).run();
  }

  private Worker worker(Job job) {
    return new Worker(Thread.ofVirtual().name("worker"), job, BACK_OFF, this::isCutShort);
  }

  // Waits for nothing, and writes down how long it was to wait.
  private boolean isCutShort(CountDownLatch stop, Duration max) {
    waits.add(max);
    return stop.getCount() == 0;
  }

  private class Scripted implements Job {

    private final Deque<Supplier<Turn>> script;

    @SafeVarargs
    Scripted(Supplier<Turn>... script) {
      this(List.of(script));
    }

    Scripted(List<Supplier<Turn>> script) {
      this.script = new ArrayDeque<>(script);
    }

    @Override
    public Turn turn() throws InterruptedException {
      calls.add("turn");
      return script.removeFirst().get();
    }

    @Override
    public void wake() {
      calls.add("wake");
    }

    @Override
    public void release() {
      calls.add("release");
    }

    @Override
    public void close() {
      calls.add("close");
    }
  }
}
