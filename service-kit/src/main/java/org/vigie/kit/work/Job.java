package org.vigie.kit.work;

/// What a [Worker] does. Its thread alone calls all methods but [#wake].
public interface Job {

  /// What came of a turn.
  enum Turn {
    /// It did its work, or found all well: failures in a row are forgotten.
    WORKED,
    /// It says nothing about whether work succeeds: failures in a row stay counted.
    IDLE,
    /// It failed, and has logged why: the next turn comes after the back-off.
    FAILED,
    /// There is nothing left to do: the worker ends.
    ENDED
  }

  /// Does one piece of work, or waits a bounded time for one. What it throws is logged, and counts
  /// as [Turn#FAILED].
  Turn turn() throws InterruptedException;

  /// Cuts short what a turn waits for, because the worker is to stop. Any thread may call it.
  default void wake() {}

  /// Lets go of what turns share and the next one can open again. Called after a failed turn, and
  /// at the end.
  default void release() {}

  /// The last call.
  default void close() {}
}
