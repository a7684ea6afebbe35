package org.vigie.simulator.registers;

import java.time.LocalDate;
import org.vigie.simulator.country.Premises;

/// One line of contributions of an account for a period; the lines of a period add up.
///
/// @param paidCentimes paid directly
/// @param dueCentimes due; negative in a cancellation
public record CotisationRow(
    LocalDate knownOn,
    String account,
    Premises premises,
    Period period,
    boolean recovery,
    long paidCentimes,
    long dueCentimes)
    implements Row {}
