package org.vigie.features.facts;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The standing facts of one company, by kind, each list in order of key.
///
/// @param identity null when sirene_ul does not know the company
public record CompanyFacts(
    List<CotisationLine> cotisations,
    List<DebtOperation> debts,
    List<HeadcountCell> headcounts,
    List<ProcedureEvent> procedures,
    List<EtablissementState> etablissements,
    @Nullable CompanyIdentity identity) {

  /// Collects facts in order of key.
  public static final class Collector {

    private final List<CotisationLine> cotisations = new ArrayList<>();
    private final List<DebtOperation> debts = new ArrayList<>();
    private final List<HeadcountCell> headcounts = new ArrayList<>();
    private final List<ProcedureEvent> procedures = new ArrayList<>();
    private final List<EtablissementState> etablissements = new ArrayList<>();
    private @Nullable CompanyIdentity identity;

    public Collector add(FactValue value) {
      switch (value) {
        case CotisationLine line -> cotisations.add(line);
        case DebtOperation operation -> debts.add(operation);
        case HeadcountCell cell -> headcounts.add(cell);
        case ProcedureEvent event -> procedures.add(event);
        case EtablissementState etablissement -> etablissements.add(etablissement);
        case CompanyIdentity known -> identity = known;
      }
      return this;
    }

    public CompanyFacts collect() {
      return new CompanyFacts(cotisations, debts, headcounts, procedures, etablissements, identity);
    }
  }
}
