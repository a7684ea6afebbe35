package org.vigie.simulator.registers;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.vigie.simulator.country.Company;
import org.vigie.simulator.country.Premises;

/// A company as Sirene has it.
///
/// @param headquarters its siège
/// @param ceasedOn first day of its ceased state; null while active
public record UniteLegaleRow(
    LocalDate knownOn, Company company, Premises headquarters, @Nullable LocalDate ceasedOn)
    implements Row {}
