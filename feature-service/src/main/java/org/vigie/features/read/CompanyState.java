package org.vigie.features.read;

import java.time.LocalDate;
import org.vigie.features.facts.StandingFacts;

/// What the stores hold of one company at this moment.
///
/// @param siren nine digits
/// @param facts its standing facts
/// @param asOf later of the open day and the latest day on which one of them was known
/// @param everInAlert whether its score ever reached a level
record CompanyState(String siren, StandingFacts facts, LocalDate asOf, boolean everInAlert) {}
