package org.vigie.scoring.stream;

import org.vigie.schemas.Rejection;
import org.vigie.schemas.ScoreRecord;

/// What the stream writes.
public sealed interface Output {

  /// A record of company-scores.
  ///
  /// @param record a score or a control record
  /// @param partition that of company-features which caused it: a control record's key tells none
  record ToScores(ScoreRecord record, int partition) implements Output {}

  /// Something that could not be used.
  record ToRejections(Rejection rejection) implements Output {}
}
