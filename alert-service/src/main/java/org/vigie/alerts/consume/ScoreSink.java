package org.vigie.alerts.consume;

import java.util.Map;

/// Where batches go, and where the positions are that say what has been recorded.
public interface ScoreSink {

  /// Per partition, the offset of the record to read next.
  Map<Integer, Long> positions();

  /// Records a batch and moves the positions in one transaction. False when a position was not
  /// where the batch expects it: another instance has moved it, and nothing of the batch was
  /// recorded.
  boolean record(ScoreBatch batch);
}
