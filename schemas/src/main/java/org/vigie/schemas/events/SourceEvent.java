package org.vigie.schemas.events;

import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.vigie.schemas.Fact;
import org.vigie.schemas.Facts;
import org.vigie.schemas.SourceRecord;

/// What a record of source-events says: facts of one company, or a [Control].
public sealed interface SourceEvent permits SourceEvent.FactsOfCompany, Control {

  /// Facts of one company from one delivery.
  ///
  /// @param record the record as it came, with its delivery
  /// @param facts its facts in order
  record FactsOfCompany(SourceRecord record, List<StatedFact> facts) implements SourceEvent {

    public FactsOfCompany {
      facts = List.copyOf(facts);
    }

    @Override
    public SpecificRecord body() {
      return new Facts(facts.stream().map(StatedFact::fact).toList());
    }
  }

  /// A fact and its values.
  ///
  /// @param fact the fact as it came
  /// @param body its values; null where it has none, as when it is withdrawn
  record StatedFact(Fact fact, @Nullable FactBody body) {}

  /// What it says, as its schema has it: the body of a record.
  SpecificRecord body();
}
