package org.vigie.alerts.relay;

import org.jspecify.annotations.Nullable;

/// What keeps a lane from leaving.
///
/// @param lane which one
/// @param failures how often it failed in a row
/// @param waiting messages set aside; 0 for the lane of a partition
/// @param reason the last failure
public record Trouble(String lane, int failures, long waiting, String reason) {

  /// One failure more than before.
  ///
  /// @param before null when it did not fail the time before
  static Trouble after(@Nullable Trouble before, String lane, long waiting, String reason) {
    return new Trouble(lane, before == null ? 1 : before.failures() + 1, waiting, reason);
  }
}
