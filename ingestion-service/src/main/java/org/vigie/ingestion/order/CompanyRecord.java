package org.vigie.ingestion.order;

import java.util.List;
import org.vigie.schemas.Fact;

/// Facts of one company that travel together, in order of natural key.
///
/// @param number rank in the delivery, from 0
public record CompanyRecord(String siren, int number, List<Fact> facts) {

  /// The most facts in a record.
  public static final int FACTS_MAX = 500;

  public CompanyRecord {
    facts = List.copyOf(facts);
    if (facts.isEmpty() || facts.size() > FACTS_MAX) {
      throw new IllegalArgumentException(facts.size() + " facts of " + siren + " in one record");
    }
  }
}
