package org.vigie.schemas.events;

import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.vigie.schemas.CompanyScore;
import org.vigie.schemas.ScoreRecord;

/// What a record of company-scores says: the score of a company, or a [Control].
public sealed interface ScoreEvent permits ScoreEvent.ScoreOfCompany, Control {

  /// A company's score, or why it has none.
  ///
  /// @param body the record as it came
  /// @param outcome the score, or why there is none
  /// @param previous the outcome before this one; null for the first
  record ScoreOfCompany(CompanyScore body, ScoreOutcome outcome, @Nullable ScoreOutcome previous)
      implements ScoreEvent {}

  /// What it says, as its schema has it.
  SpecificRecord body();

  /// The record that says it.
  default ScoreRecord scoreRecord() {
    return new ScoreRecord(body());
  }
}
