package org.vigie.alerts.cut;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.schemas.AlertState;
import org.vigie.schemas.CloseReason;

/// What an alert is to tell.
///
/// @param closeReasonOrNull why the alert ended; null unless the state is close
/// @param number its number for the subscription and the company, from 1
public record Crossing(
    AlertState state, @Nullable CloseReason closeReasonOrNull, LocalDate asOf, int number) {

  public Crossing {
    if ((state == AlertState.CLOSE) != (closeReasonOrNull != null)) {
      throw new IllegalArgumentException(
          "a close carries its reason and nothing else does: " + state + ", " + closeReasonOrNull);
    }
  }

  /// Why the alert ended; empty unless the state is close.
  Optional<CloseReason> closeReason() {
    return Optional.ofNullable(closeReasonOrNull);
  }

  public static Crossing raised(AlertState state, LocalDate asOf, int number) {
    return new Crossing(state, null, asOf, number);
  }

  public static Crossing closed(CloseReason reason, LocalDate asOf, int number) {
    return new Crossing(AlertState.CLOSE, reason, asOf, number);
  }
}
