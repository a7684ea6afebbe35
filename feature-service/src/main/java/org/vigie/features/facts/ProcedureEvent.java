package org.vigie.features.facts;

import java.time.LocalDate;

/// An event of a procédure collective.
///
/// @param action liquidation, redressement or sauvegarde
/// @param stage as delivered, in lower case
/// @param effectiveOn day of effect
public record ProcedureEvent(String action, String stage, LocalDate effectiveOn)
    implements FactValue {}
