package org.vigie.alerts.consume;

import java.util.List;
import java.util.Map;

/// Records of `company-scores` that are decided and recorded together.
///
/// @param items partition by partition, each in the order of its offsets
/// @param moves how far each partition moves
public record ScoreBatch(List<Item> items, Map<Integer, Move> moves) {

  public ScoreBatch {
    items = List.copyOf(items);
    moves = Map.copyOf(moves);
  }

  /// A record at its place.
  public record Item(int partition, long offset, Reading reading) {}

  /// @param expected offset at which the partition must still stand
  /// @param next offset of the record to read next
  public record Move(long expected, long next) {}
}
