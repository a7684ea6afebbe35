package org.vigie.features.facts;

/// What a fact says, reduced to what features are made of: one case per source.
public sealed interface FactValue
    permits CotisationLine,
        DebtOperation,
        HeadcountCell,
        ProcedureEvent,
        EtablissementState,
        CompanyIdentity {}
