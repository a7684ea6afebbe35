package org.vigie.scoring.readmodel;

import java.util.Optional;
import org.vigie.schemas.events.ScoreEvent.ScoreOfCompany;

/// A record of `company-scores` where it was found.
///
/// @param score the score that it holds; empty for a control record
public record Arrival(int partition, long offset, Optional<ScoreOfCompany> score) {}
