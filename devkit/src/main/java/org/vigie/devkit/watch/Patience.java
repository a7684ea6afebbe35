package org.vigie.devkit.watch;

import java.time.Duration;

/// How long a process that starts is waited for: as long as it makes progress, up to a total.
public final class Patience {

  /// The total for a whole start when the user names none: a first start takes two minutes on two
  /// idle cores, so this bears a machine seven times slower.
  public static final Duration TOTAL = Duration.ofMinutes(15);

  /// The longest time without progress. A database that replays its log, or a process that the
  /// kernel keeps waiting for the disk, shows less often than others that it lives.
  static final Duration STILL_MAX = Duration.ofMinutes(2);

  /// Less processor time than this within [#STILL_MAX] is no progress: that much is used by a
  /// process that is only asked whether it is ready.
  static final Duration CPU_MIN = Duration.ofSeconds(2);

  /// What is to be done about a process that is not ready.
  public enum Verdict {
    WAIT,
    /// It made no progress for [#STILL_MAX].
    STILL,
    /// The total is used up, with progress to the end.
    OUT_OF_TIME
  }

  private final Duration total;
  private Vitals last;
  private Duration movedAt;

  /// @param total when waiting ends at the latest, counted from the same moment as `at`
  /// @param at when the process was first looked at
  /// @param first its vitals at that moment
  public Patience(Duration total, Duration at, Vitals first) {
    this.total = total;
    this.movedAt = at;
    this.last = first;
  }

  /// Looks at the process once more.
  public Verdict look(Duration at, Vitals now) {
    if (moved(now)) {
      last = now;
      movedAt = at;
    }
    if (at.compareTo(total) >= 0) {
      return Verdict.OUT_OF_TIME;
    }
    return at.minus(movedAt).compareTo(STILL_MAX) >= 0 ? Verdict.STILL : Verdict.WAIT;
  }

  private boolean moved(Vitals now) {
    return now.logBytes() != last.logBytes() || now.cpu().minus(last.cpu()).compareTo(CPU_MIN) >= 0;
  }

  /// Why a process is not waited for any longer.
  ///
  /// @throws IllegalArgumentException for [Verdict#WAIT], which is no end
  public String reason(String process, Verdict verdict) {
    return switch (verdict) {
      case WAIT -> throw new IllegalArgumentException(process + " is still waited for");
      case STILL ->
          "%s is not ready and made no progress for %d s: its log did not grow and it used less than %d s of processor time"
              .formatted(process, STILL_MAX.toSeconds(), CPU_MIN.toSeconds());
      case OUT_OF_TIME ->
          "%s was not ready when the %d s of --timeout were over; it makes progress and goes on: ./vigie up waits for it again"
              .formatted(process, total.toSeconds());
    };
  }
}
