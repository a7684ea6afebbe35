package org.vigie.alerts.decide;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.schemas.AlertState;

/// Where a company stands for a subscription, as far as its administration was told.
///
/// @param version version of the subscription that looked last; 0 when none did
/// @param rung the rung told last; `NONE` when it is not in alert
/// @param held the rung that the mute holds back; `NONE` when it holds nothing
/// @param crossings how many crossings were told
/// @param lastStateOrNull what the last of them meant; null before the first
/// @param lastCloseOrNull the last close; null before the first. Where a new version asked for more
///     than a told alert reached, the day and rung of that, though no close was told
public record Standing(
    int version,
    Rung rung,
    Rung held,
    int crossings,
    @Nullable AlertState lastStateOrNull,
    @Nullable Closing lastCloseOrNull) {

  /// A company that no version of the subscription has looked at.
  public static final Standing UNSEEN = new Standing(0, Rung.NONE, Rung.NONE, 0, null, null);

  public Standing {
    if (rung != Rung.NONE && held != Rung.NONE) {
      throw new IllegalArgumentException("in alert at " + rung + ", the mute holds nothing back");
    }
    if (held != Rung.NONE && lastCloseOrNull == null) {
      throw new IllegalArgumentException("only a close mutes");
    }
  }

  public Optional<Closing> lastClose() {
    return Optional.ofNullable(lastCloseOrNull);
  }

  public boolean isInAlert() {
    return rung != Rung.NONE;
  }

  public boolean isHeld() {
    return held != Rung.NONE;
  }

  /// Whether its administration was told of an alert that no close has ended, though the company is
  /// below what the version in force asks for.
  boolean isLeftUntold() {
    return !isInAlert() && isToldOpen();
  }

  private boolean isToldOpen() {
    return lastStateOrNull != null && lastStateOrNull != AlertState.CLOSE;
  }

  /// Whether there is nothing in it to remember.
  public boolean isBlank() {
    return !isInAlert() && crossings == 0 && lastCloseOrNull == null;
  }

  /// First day on which what is held is told; empty when nothing is held.
  public Optional<LocalDate> heldUntil() {
    return isHeld() ? lastClose().map(Closing::muteEnds) : Optional.empty();
  }

  Standing adopted(int newVersion, Rung known) {
    return new Standing(
        newVersion,
        known,
        known == Rung.NONE ? held : Rung.NONE,
        crossings,
        lastStateOrNull,
        lastCloseOrNull);
  }

  /// Below what a new version asks for, without a close to tell.
  Standing left(int newVersion, LocalDate day) {
    var leaving = isToldOpen() ? new Closing(day, rung) : lastCloseOrNull;
    return new Standing(newVersion, Rung.NONE, Rung.NONE, crossings, lastStateOrNull, leaving);
  }

  Standing holding(Rung muted) {
    return new Standing(version, rung, muted, crossings, lastStateOrNull, lastCloseOrNull);
  }

  Standing told(AlertState state, Rung reached) {
    return new Standing(version, reached, Rung.NONE, crossings + 1, state, lastCloseOrNull);
  }

  Standing closed(LocalDate day) {
    return new Standing(
        version, Rung.NONE, Rung.NONE, crossings + 1, AlertState.CLOSE, new Closing(day, rung));
  }
}
