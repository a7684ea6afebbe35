package org.vigie.schemas.events;

import org.apache.avro.specific.SpecificRecord;
import org.vigie.schemas.CompanyFeatures;
import org.vigie.schemas.FeatureRecord;

/// What a record of company-features says: the vector of a company, or a [Control].
public sealed interface FeatureEvent permits FeatureEvent.VectorOfCompany, Control {

  /// A company's features as of a day.
  record VectorOfCompany(CompanyFeatures body) implements FeatureEvent {}

  /// What it says, as its schema has it.
  SpecificRecord body();

  /// The record that says it.
  default FeatureRecord featureRecord() {
    return new FeatureRecord(body());
  }
}
