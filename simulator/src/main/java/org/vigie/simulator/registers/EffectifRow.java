package org.vigie.simulator.registers;

import java.time.LocalDate;
import java.util.SortedMap;
import org.vigie.simulator.country.Company;
import org.vigie.simulator.country.Premises;

/// Headcount of one établissement and account, for the months that one delivery brings.
///
/// @param cells headcount by proleptic month
public record EffectifRow(
    LocalDate knownOn,
    Company company,
    String account,
    Premises premises,
    SortedMap<Integer, Integer> cells)
    implements Row {}
