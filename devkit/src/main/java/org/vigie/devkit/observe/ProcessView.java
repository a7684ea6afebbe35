package org.vigie.devkit.observe;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.devkit.observe.Readiness.Check;

/// A process as `status` shows it.
///
/// @param name names it
/// @param state what it does now
/// @param pid its id, also of one that has ended; 0 when none was started
/// @param port its main port; 0 when it does not listen
/// @param residentBytes memory that it and those it started take
/// @param since since when it runs or does not run, to the second; null when nobody saw it end
/// @param restarted by a supervisor
/// @param trouble what is wrong with it
public record ProcessView(
    String name,
    State state,
    long pid,
    int port,
    long residentBytes,
    @Nullable String since,
    @JsonUnwrapped Restarted restarted,
    @JsonUnwrapped Trouble trouble) {

  /// What a process does.
  public enum State {
    RUNNING("running"),
    NOT_READY("not ready"),
    ENDED("ended"),
    FAILED("failed"),
    NOT_STARTED("not started");

    private final String words;

    State(String words) {
      this.words = words;
    }

    /// Whether there is a process.
    public boolean isAlive() {
      return this == RUNNING || this == NOT_READY;
    }

    @JsonValue
    @Override
    public String toString() {
      return words;
    }
  }

  /// How often a supervisor started a process again.
  ///
  /// @param lastRestart when last; null when never
  public record Restarted(int restarts, @Nullable String lastRestart) {}

  /// What is wrong with a process.
  ///
  /// @param reason why it does not work; null when it does, or when nobody knows
  /// @param checks what a service says of its readiness
  /// @param log the last lines of the log of one that has failed
  public record Trouble(@Nullable String reason, List<Check> checks, List<String> log) {}

  /// A moment as it is shown, to the second.
  static String shown(Instant moment) {
    return Instant.ofEpochSecond(moment.getEpochSecond()).toString();
  }
}
