package org.vigie.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Companies that have always paid, and the debts that one of them suddenly has: each push of debts
/// makes one company cross its threshold.
///
/// @param count how many companies
record Payers(int count) {

  private static final YearMonth FIRST = YearMonth.of(2024, 1);
  private static final int MONTHS = 24;
  private static final int DUE_EUROS = 8000;
  private static final int DEBTS = 6;

  /// Writes their history as files of one delivery.
  void writeTo(Path folder) throws IOException {
    Files.createDirectories(folder);
    var companies = new ArrayList<String>();
    var headcounts = new ArrayList<String>();
    var contributions = new ArrayList<String>();
    companies.add(
        "siren,denominationUniteLegale,nomUniteLegale,categorieJuridiqueUniteLegale,activitePrincipaleUniteLegale,nomenclatureActivitePrincipaleUniteLegale,dateCreationUniteLegale,etatAdministratifUniteLegale");
    var header = new StringBuilder("compte;siret;rais_soc;ape_ins;dep");
    for (int month = 0; month < MONTHS; month++) {
      header.append(";eff").append(period(FIRST.plusMonths(month)));
    }
    headcounts.add(header + ";base;UR_EMET");
    contributions.add("Urssaf_gestion;Dep;Siret;Compte;periode;mer;enc_direct;cotis_due");
    for (int i = 0; i < count; i++) {
      companies.add(siren(i) + ",PAYER,,5710,25.62B,NAFRev2,2010-03-01,A");
      headcounts.add(
          "%s;%s;PAYER;2562B;75".formatted(account(i), siret(i)) + ";20".repeat(MONTHS) + ";1;1");
      for (int month = 0; month < MONTHS; month++) {
        contributions.add(
            "671;75;%s;%s;%s;;%d;%d"
                .formatted(
                    siret(i), account(i), period(FIRST.plusMonths(month)), DUE_EUROS, DUE_EUROS));
      }
    }
    Files.write(folder.resolve("sireneUL.csv"), companies);
    Files.write(folder.resolve("sigfaible_effectif_siret.csv"), headcounts);
    Files.write(folder.resolve("sigfaible_cotisdues.csv"), contributions);
  }

  /// The debts that a company suddenly has, as a partner pushes them.
  List<Map<String, Object>> debts(int company) {
    var debts = new ArrayList<Map<String, Object>>();
    for (int i = 0; i < DEBTS; i++) {
      debts.add(
          Map.of(
              "num_cpte",
              account(company),
              "Siren",
              siren(company),
              "Siret",
              siret(company),
              "Periode",
              period(FIRST.plusMonths(MONTHS - DEBTS + i)),
              "Num_Ecn",
              "%03d".formatted(i),
              "Num_Hist_Ecn",
              "1",
              "Dt_trt_ecn",
              "1260110",
              "Mt_PO",
              "" + DUE_EUROS * 25,
              "Mt_PP",
              "" + DUE_EUROS * 75,
              "Cd_op_ecn",
              "1"));
    }
    return debts;
  }

  static String siren(int company) {
    return String.format(Locale.ROOT, "92%07d", company);
  }

  private static String siret(int company) {
    return siren(company) + "00018";
  }

  private static String account(int company) {
    return "9" + siren(company) + "1";
  }

  private static String period(YearMonth month) {
    int quarter = (month.getMonthValue() - 1) / 3 + 1;
    int inQuarter = (month.getMonthValue() - 1) % 3 + 1;
    return String.format(Locale.ROOT, "%d%d%d", month.getYear(), quarter, inQuarter);
  }
}
