package org.vigie.kit.work;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.vigie.kit.work.Job.Turn;

/// A thread that takes one turn of a job after another, and waits after each that fails. Whatever a
/// turn throws, the thread goes on: it ends when it is told to, or when the job has ended.
///
/// Who reports readiness asks [#isAlive], and the job for what it needs.
public final class Worker {

  private static final Logger LOG = Logger.getLogger(Worker.class);

  /// Waits before a turn, in real time but in a test.
  interface Pause {

    /// Whether the latch was opened within the given time.
    boolean isCutShort(CountDownLatch stop, Duration max) throws InterruptedException;
  }

  private final Job job;
  private final BackOff backOff;
  private final Pause pause;
  private final CountDownLatch stop = new CountDownLatch(1);
  private final Thread thread;
  private int failures;

  /// @param threads makes the thread, and names it
  public Worker(Thread.Builder threads, Job job, BackOff backOff) {
    this(threads, job, backOff, (stop, max) -> stop.await(max.toNanos(), TimeUnit.NANOSECONDS));
  }

  Worker(Thread.Builder threads, Job job, BackOff backOff, Pause pause) {
    this.job = job;
    this.backOff = backOff;
    this.pause = pause;
    this.thread = threads.unstarted(this::run);
  }

  /// Starts the thread; to be called once.
  public void start() {
    thread.start();
  }

  /// Whether the thread takes turns.
  public boolean isAlive() {
    return thread.isAlive();
  }

  /// Tells it to stop after the turn in hand.
  public void stop() {
    stop.countDown();
    job.wake();
  }

  /// Tells it to stop, and interrupts the turn in hand.
  public void interrupt() {
    stop();
    thread.interrupt();
  }

  /// Waits until the thread has ended, for the given time at most.
  public void join(Duration max) throws InterruptedException {
    if (thread.getState() != Thread.State.NEW && !thread.join(max)) {
      LOG.warnf("does not stop: worker=%s waited=%s", thread.getName(), max);
    }
  }

  void run() {
    try {
      takeTurns();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void takeTurns() throws InterruptedException {
    try {
      var wait = Duration.ZERO;
      while (!pause.isCutShort(stop, wait)) {
        var turn = turn();
        if (turn == Turn.ENDED) {
          return;
        }
        wait = waitAfter(turn);
      }
    } finally {
      // Not yet interrupted again: a producer that is interrupted while it closes does not close.
      orLogged(job::release);
      orLogged(job::close);
    }
  }

  private Turn turn() throws InterruptedException {
    try {
      return job.turn();
    } catch (RuntimeException | Error e) {
      if (stop.getCount() == 0) {
        LOG.debugf(e, "stopped in a turn: worker=%s", thread.getName());
      } else {
        LOG.warnf(
            e,
            "a turn failed, to be tried again: worker=%s failures=%d",
            thread.getName(),
            failures + 1);
      }
      return Turn.FAILED;
    }
  }

  private Duration waitAfter(Turn turn) {
    return switch (turn) {
      case WORKED -> {
        failures = 0;
        yield Duration.ZERO;
      }
      case IDLE, ENDED -> Duration.ZERO;
      case FAILED -> {
        failures++;
        orLogged(job::release);
        yield backOff.after(failures);
      }
    };
  }

  private void orLogged(Runnable end) {
    try {
      end.run();
    } catch (RuntimeException | Error e) {
      LOG.warnf(e, "not released: worker=%s", thread.getName());
    }
  }
}
