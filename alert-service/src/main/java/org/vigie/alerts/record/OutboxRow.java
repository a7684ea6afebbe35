package org.vigie.alerts.record;

/// What leaves because of one record of `company-scores`.
///
/// @param partition partition of the record
/// @param offset offset of the record
/// @param rank rank among what the record causes, from 0
public record OutboxRow(int partition, long offset, int rank, Outgoing content) {}
