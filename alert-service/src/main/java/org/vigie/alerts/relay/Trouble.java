package org.vigie.alerts.relay;

/// What keeps a lane from leaving.
///
/// @param lane which one
/// @param failures how often it failed in a row
/// @param waiting messages set aside; 0 for the lane of a partition
/// @param reason the last failure
public record Trouble(String lane, int failures, long waiting, String reason) {}
