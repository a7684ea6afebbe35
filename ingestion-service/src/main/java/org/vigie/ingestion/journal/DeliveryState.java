package org.vigie.ingestion.journal;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How a delivery stands.
public enum DeliveryState {
  /// Accepted: it waits for its turn on the lane, or is being carried out.
  PUBLISHING,
  /// It cannot be carried out, for a reason that lasts: the operator resumes or refuses it.
  SUSPENDED,
  LOADED,
  /// The same bytes stand loaded: nothing of it is published.
  ALREADY_LOADED,
  /// It is wrong as a whole.
  REFUSED;

  /// Whether the service does nothing further with it by itself.
  public boolean hasEnded() {
    return this != PUBLISHING;
  }

  @JsonValue
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The state of a name; empty when there is none.
  public static Optional<DeliveryState> ofText(String text) {
    return Arrays.stream(values()).filter(state -> state.text().equals(text)).findFirst();
  }
}
