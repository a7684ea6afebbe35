package org.vigie.simulator.country;

/// An activity (NAF rev. 2).
///
/// @param weight its share among companies, relative to the others
/// @param distress what it adds to a company's long-run distress
/// @param monthlyContribution social contributions per person and month, euros
/// @param trade the word that names of its companies use
public record Activity(
    String naf,
    Sector sector,
    double weight,
    double distress,
    int monthlyContribution,
    String trade) {}
