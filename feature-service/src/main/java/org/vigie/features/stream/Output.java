package org.vigie.features.stream;

import org.vigie.schemas.FeatureRecord;
import org.vigie.schemas.Rejection;

/// What the service writes.
public sealed interface Output {

  /// A record of company-features.
  ///
  /// @param record a vector or a control record
  /// @param partition that of source-events which caused it
  record ToCompanyFeatures(FeatureRecord record, int partition) implements Output {}

  /// Something that could not be used.
  record ToRejections(Rejection rejection) implements Output {}
}
