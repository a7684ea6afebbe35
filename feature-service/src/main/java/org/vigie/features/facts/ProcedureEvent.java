package org.vigie.features.facts;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// An event of a procédure collective.
///
/// @param stage as delivered, in lower case: one that we do not know is kept too
/// @param effectiveOn day of effect
public record ProcedureEvent(Action action, String stage, LocalDate effectiveOn)
    implements FactValue {

  /// The kinds of procédure collective.
  public enum Action {
    LIQUIDATION,
    REDRESSEMENT,
    SAUVEGARDE;

    /// Its name on the log and in the store.
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// The action of a name; empty when there is none.
    public static Optional<Action> ofText(String text) {
      return Arrays.stream(values()).filter(action -> action.text().equals(text)).findFirst();
    }
  }
}
