package org.vigie.scoring.readmodel;

import java.time.LocalDate;

/// A fact that changed a score.
///
/// @param fact its id
/// @param source its source, whose right decides who may see it
/// @param occurredAt day on which what it tells took place
public record CauseRow(String fact, String source, LocalDate occurredAt) {}
