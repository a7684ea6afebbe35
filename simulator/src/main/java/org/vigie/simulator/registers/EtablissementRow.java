package org.vigie.simulator.registers;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.vigie.simulator.country.Company;
import org.vigie.simulator.country.Premises;

/// An établissement as Sirene has it.
///
/// @param headquarters whether it is the siège
/// @param closedOn first day of its closed state; null while open
public record EtablissementRow(
    LocalDate knownOn,
    Company company,
    Premises premises,
    boolean headquarters,
    @Nullable LocalDate closedOn)
    implements Row {}
