package org.vigie.features.facts;

/// One month's headcount of one établissement under one account.
///
/// @param siret the établissement
/// @param compte the account; empty when absent
/// @param month the month that the value is about
/// @param headcount persons; 0 is a value
public record HeadcountCell(String siret, String compte, int month, int headcount)
    implements FactValue {}
