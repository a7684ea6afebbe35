package org.vigie.schemas.events;

import java.time.LocalDate;
import org.apache.avro.specific.SpecificRecord;
import org.vigie.schemas.Barrier;
import org.vigie.schemas.DayClosed;
import org.vigie.schemas.ModelActivated;

/// A control record: it travels partition by partition from source-events to the alerts.
public sealed interface Control extends SourceEvent, FeatureEvent, ScoreEvent {

  /// Every day up to this one is over.
  ///
  /// @param day a civil day of Paris
  record DayOver(LocalDate day) implements Control {}

  /// All records before this one in the partition came before the barrier.
  ///
  /// @param id names the barrier: the same on every partition
  record BarrierPassed(String id) implements Control {}

  /// The model that scores what comes after this record in the partition.
  ///
  /// @param model version of the model
  record ModelInForce(String model) implements Control {}

  /// The control record as its schema has it.
  @Override
  default SpecificRecord body() {
    return switch (this) {
      case DayOver(LocalDate day) -> new DayClosed(day);
      case BarrierPassed(String id) -> new Barrier(id);
      case ModelInForce(String model) -> new ModelActivated(model);
    };
  }
}
