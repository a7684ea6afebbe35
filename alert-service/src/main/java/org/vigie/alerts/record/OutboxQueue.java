package org.vigie.alerts.record;

import java.util.List;

/// Messages of one input partition that leave in the order of their places.
public interface OutboxQueue {

  /// The first rows in order: all those of at most so many input records.
  List<OutboxRow> next(int inputsMax);

  /// Forgets what has left: all rows before an input offset. A database that crashes may bring the
  /// last of it back.
  void finish(long inputOffset);
}
