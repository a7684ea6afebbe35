package org.vigie.alerts.decide;

import java.time.LocalDate;
import org.vigie.schemas.AlertState;
import org.vigie.schemas.CloseReason;

/// What a score means to a subscription: `Raise`, `Close`, `Hold`, `Overlook` or `Nothing`. Each
/// carries the standing that it leaves behind.
public sealed interface Decision {

  Standing after();

  /// A crossing to tell: nouvelle, rechute, aggravation or amélioration.
  record Raise(AlertState state, LocalDate asOf, Standing after) implements Decision {}

  /// The company is no longer in alert.
  ///
  /// @param reason back under, or why the company is no longer scored
  record Close(CloseReason reason, LocalDate asOf, Standing after) implements Decision {}

  /// A crossing that the mute holds back; what is still above when it ends is told then.
  record Hold(Standing after) implements Decision {}

  /// The company is above, but its score is closed to the administration: told once it opens.
  record Overlook(Standing after) implements Decision {}

  /// Nothing to tell.
  record Nothing(Standing after) implements Decision {}
}
