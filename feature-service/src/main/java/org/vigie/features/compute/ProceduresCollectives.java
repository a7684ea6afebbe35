package org.vigie.features.compute;

import java.util.List;
import org.vigie.features.facts.Months;

/// The features of procédures collectives.
final class ProceduresCollectives {

  static final String GROUP = "procedures";

  static List<Feature> features() {
    return List.of(
        new Feature("procedure_ouverte", GROUP, Unit.FLAG, ProceduresCollectives::open),
        new Feature(
            "procedures_passees", GROUP, Unit.COUNT, reading -> reading.procedures().over()),
        new Feature(
            "mois_depuis_fin_procedure", GROUP, Unit.MONTHS, ProceduresCollectives::sinceLastEnd));
  }

  private static double open(Reading reading) {
    return reading.procedures().gravest() == Procedure.IN_BONIS ? 0 : 1;
  }

  private static double sinceLastEnd(Reading reading) {
    var end = reading.procedures().lastEnd();
    return end == null ? Double.NaN : reading.month() - Months.of(end);
  }

  private ProceduresCollectives() {}
}
