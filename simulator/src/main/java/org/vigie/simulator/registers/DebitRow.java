package org.vigie.simulator.registers;

import java.time.LocalDate;
import org.vigie.simulator.country.Premises;

/// One operation on a debt (écart négatif), with the balance that it leaves.
///
/// @param premises under which the account stood when the row was written
/// @param foundedOn day of registration (Dt_immat)
/// @param accountState Etat_cpte: 1 active, 3 struck off
/// @param procedureCode Cd_pro_col: 0 none, 1 in progress, 2 plan
/// @param ecart number of the écart négatif within account and period
public record DebitRow(
    LocalDate knownOn,
    String siren,
    String account,
    Premises premises,
    LocalDate foundedOn,
    int accountState,
    int procedureCode,
    Period period,
    String ecart,
    DebtOperation operation)
    implements Row {}
