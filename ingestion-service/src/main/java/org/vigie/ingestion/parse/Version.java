package org.vigie.ingestion.parse;

import java.time.Instant;
import java.time.LocalDate;
import org.vigie.schemas.events.FactBody;

/// One version of a fact, before a delivery gives it its place.
///
/// @param occurredAt day on which it took place; of a month or a period, its first day
/// @param knownAt from when its provider knew it
/// @param body the values
public record Version(LocalDate occurredAt, Instant knownAt, FactBody body) {}
