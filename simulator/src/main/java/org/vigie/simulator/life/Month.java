package org.vigie.simulator.life;

/// One month of an active company.
///
/// @param month proleptic month
/// @param distress latent: 0 is ordinary, 1 and more is trouble
/// @param leverage latent: debt to banks and suppliers, 0.5 is ordinary
/// @param headcount persons
/// @param unpaidShare part of the month's contributions left unpaid when due, 0 to 1
/// @param repaidShare part of the contributions standing unpaid that is paid in the month, 0 to 1
/// @param debtMonths contributions standing unpaid after it, in months of contributions
public record Month(
    int month,
    double distress,
    double leverage,
    double headcount,
    double unpaidShare,
    double repaidShare,
    double debtMonths) {}
