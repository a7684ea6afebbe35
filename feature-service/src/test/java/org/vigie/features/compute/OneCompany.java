package org.vigie.features.compute;

import java.time.LocalDate;
import org.vigie.features.facts.CompanyFacts;
import org.vigie.features.facts.CompanyIdentity;
import org.vigie.features.facts.CotisationLine;
import org.vigie.features.facts.DebtOperation;
import org.vigie.features.facts.Ending;
import org.vigie.features.facts.EtablissementState;
import org.vigie.features.facts.HeadcountCell;
import org.vigie.features.facts.Months;
import org.vigie.features.facts.ProcedureEvent;
import org.vigie.features.facts.ProcedureEvent.Action;

/// Four years of one company, small enough to compute by hand.
final class OneCompany {

  private static final String SIEGE = "73282932000074";
  private static final String WORKSHOP = "73282932000082";

  static CompanyFacts.Collector facts() {
    var facts = new CompanyFacts.Collector();

    // 1,000 € a month for three years: called by month, then by quarter, then for the whole year.
    for (var month = 1; month <= 12; month++) {
      facts.add(cotisation("2021-%02d".formatted(month), 1, 1000));
    }
    for (var month = 1; month <= 12; month += 3) {
      facts.add(cotisation("2022-%02d".formatted(month), 3, 3000));
    }
    facts.add(cotisation("2023-01", 12, 12000));
    // January 2024 is called, cancelled, called anew; then 2,000 € a month until June.
    facts.add(cotisation("2024-01", 1, 1000));
    facts.add(cotisation("2024-01", 1, -1000));
    facts.add(cotisation("2024-01", 1, 2500));
    for (var month = 2; month <= 6; month++) {
      facts.add(cotisation("2024-%02d".formatted(month), 1, 2000));
    }

    // Debt A: taken into account in April 2022, paid on 25 June: in July.
    facts.add(debt("A", 1, "2022-04-15", 100, 400));
    facts.add(debt("A", 2, "2022-06-25", 0, 0));
    // Debt B: in July 2023; less in September. Operation 2 is later, but its rank is lower than 3.
    facts.add(debt("B", 1, "2023-06-21", 500, 1500));
    facts.add(debt("B", 3, "2023-09-10", 500, 1000));
    facts.add(debt("B", 2, "2023-10-05", 0, 0));
    facts.add(debt("B", 4, "2024-05-20", 400, 600));
    // Debt C: in June 2024.
    facts.add(debt("C", 1, "2024-05-21", 700, 1800));

    // Ten persons at the siège, twelve from June 2023; four in a workshop that closes in March
    // 2023.
    facts.add(headcount(SIEGE, "2021-12", 10));
    facts.add(headcount(SIEGE, "2022-12", 10));
    facts.add(headcount(SIEGE, "2023-06", 12));
    facts.add(headcount(WORKSHOP, "2023-01", 4));

    facts.add(new ProcedureEvent(Action.SAUVEGARDE, "ouverture", LocalDate.parse("2024-06-10")));
    facts.add(
        new ProcedureEvent(Action.SAUVEGARDE, "plan_continuation", LocalDate.parse("2024-11-05")));

    var created = LocalDate.parse("2019-05-03");
    var closing = LocalDate.parse("2023-03-31");
    facts.add(new EtablissementState(SIEGE, true, "21", created, null));
    facts.add(new EtablissementState(WORKSHOP, false, "2A", created, new Ending(closing, closing)));
    facts.add(new CompanyIdentity("EXEMPLE", "5710", "25.62B", created, null));
    return facts;
  }

  static CotisationLine cotisation(String firstMonth, int months, long euros) {
    return new CotisationLine(Months.parse(firstMonth), months, euros * 100);
  }

  static DebtOperation debt(String ecart, int history, String day, long po, long pp) {
    return new DebtOperation(ecart, history, LocalDate.parse(day), po * 100, pp * 100);
  }

  static HeadcountCell headcount(String siret, String month, int persons) {
    return new HeadcountCell(siret, "117000001", Months.parse(month), persons);
  }

  static double value(double[] values, String name) {
    for (var i = 0; i < values.length; i++) {
      if (FeatureCatalogue.FEATURES.get(i).name().equals(name)) {
        return values[i];
      }
    }
    throw new IllegalArgumentException("no feature is named " + name);
  }

  private OneCompany() {}
}
