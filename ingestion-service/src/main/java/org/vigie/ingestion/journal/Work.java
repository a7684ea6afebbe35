package org.vigie.ingestion.journal;

import java.time.Instant;
import org.vigie.ingestion.delivery.Delivery;

/// What was accepted and is not finished: a delivery or a control record. Carried out one after
/// another, in the order of their instants.
public sealed interface Work {

  Instant acceptedAt();

  /// @param started whether an earlier attempt may have published some of it
  record ToLoad(Delivery delivery, Instant acceptedAt, boolean started) implements Work {}

  /// @param id names the control record
  /// @param value the day, the barrier's id or the model
  record ToControl(String id, ControlKind kind, String value, Instant acceptedAt) implements Work {}
}
