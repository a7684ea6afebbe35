package org.vigie.devkit.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A company of twenty people that paid on time for three years and then stopped: written as the
/// administrations would deliver it.
///
/// @param siren nine digits
/// @param departement where its one établissement is, as the first two digits of its commune
record LatePayer(String siren, String departement) {

  static final LocalDate FIRST_DELIVERY = LocalDate.of(2026, 1, 22);
  static final LocalDate LATE_DELIVERY = LocalDate.of(2026, 7, 22);
  static final LocalDate LIQUIDATION_DELIVERY = LocalDate.of(2026, 8, 22);

  private static final YearMonth FIRST_MONTH = YearMonth.of(2023, 1);
  private static final YearMonth LAST_PAID = YearMonth.of(2025, 12);
  private static final int MONTHLY_DUE_EUROS = 8000;
  private static final int HEADCOUNT = 20;
  private static final int MONTHS_LATE = 6;

  String siret() {
    return siren + "00018";
  }

  String account() {
    return "9" + siren + "00000001";
  }

  /// Writes two dated deliveries: three years without a debt, then six months of unpaid
  /// contributions.
  void writeTo(Path directory) throws IOException {
    Path first = Files.createDirectories(directory.resolve(FIRST_DELIVERY.toString()));
    write(first, "sireneUL.csv", uniteLegale());
    write(first, "StockEtablissement_utf8_geo.csv", etablissement());
    write(first, "sigfaible_effectif_siret.csv", headcount());
    write(first, "sigfaible_cotisdues.csv", contributions(FIRST_MONTH, LAST_PAID));
    Path late = Files.createDirectories(directory.resolve(LATE_DELIVERY.toString()));
    write(
        late,
        "sigfaible_cotisdues.csv",
        contributions(LAST_PAID.plusMonths(1), LAST_PAID.plusMonths(MONTHS_LATE)));
    write(late, "sigfaible_debits.csv", debts());
  }

  /// Writes a third delivery: the company is wound up.
  void writeLiquidationTo(Path directory) throws IOException {
    Path folder = Files.createDirectories(directory.resolve(LIQUIDATION_DELIVERY.toString()));
    write(
        folder,
        "sigfaible_pcoll.csv",
        "Siret;Siren;Dt_effet;Cat_v2;Lib_actx_stdx\n%s;%s;10AUG2026;1;liquidation_ouverture\n"
            .formatted(siret(), siren));
  }

  /// The debts of the late delivery, as the columns and values of a partner's push.
  String debts() {
    String header =
        "Urssaf_gestion;Dep;num_cpte;Siren;Siret;Dt_immat;Etat_cpte;Cd_pro_col;Periode;Num_Ecn;"
            + "Num_Hist_Ecn;Dt_trt_ecn;Mt_PO;Mt_PP;Cd_op_ecn;Motif_ecn;Recours_en_cours\n";
    return header
        + IntStream.rangeClosed(1, MONTHS_LATE)
            .mapToObj(late -> debt(LAST_PAID.plusMonths(late)))
            .collect(Collectors.joining());
  }

  private String debt(YearMonth month) {
    // Processed on the tenth of the next month; the balance is what was due, in centimes.
    LocalDate processed = month.plusMonths(1).atDay(10);
    return "671;%s;%s;%s;%s;20150708;1;0;%s;%03d;1;1%02d%02d%02d;%d;%d;1;1;0\n"
        .formatted(
            departement,
            account(),
            siren,
            siret(),
            period(month),
            month.getMonthValue(),
            processed.getYear() % 100,
            processed.getMonthValue(),
            processed.getDayOfMonth(),
            MONTHLY_DUE_EUROS * 100 / 4,
            MONTHLY_DUE_EUROS * 100 * 3 / 4);
  }

  private String contributions(YearMonth from, YearMonth to) {
    var rows =
        new StringBuilder("Urssaf_gestion;Dep;Siret;Compte;periode;mer;enc_direct;cotis_due\n");
    for (YearMonth month = from; !month.isAfter(to); month = month.plusMonths(1)) {
      int paid = month.isAfter(LAST_PAID) ? 0 : MONTHLY_DUE_EUROS;
      rows.append(
          "671;%s;%s;%s;%s;;%d;%d\n"
              .formatted(departement, siret(), account(), period(month), paid, MONTHLY_DUE_EUROS));
    }
    return rows.toString();
  }

  private String headcount() {
    String columns =
        IntStream.range(0, 36)
            .mapToObj(i -> ";eff" + period(FIRST_MONTH.plusMonths(i)))
            .collect(Collectors.joining());
    return "compte;siret;rais_soc;ape_ins;dep"
        + columns
        + ";base;UR_EMET\n"
        + "%s;%s;LATE;2562B;%s".formatted(account(), siret(), departement)
        + (";" + HEADCOUNT).repeat(36)
        + ";116;671\n";
  }

  private String uniteLegale() {
    return """
        siren,denominationUniteLegale,nomUniteLegale,categorieJuridiqueUniteLegale,activitePrincipaleUniteLegale,nomenclatureActivitePrincipaleUniteLegale,dateCreationUniteLegale,etatAdministratifUniteLegale
        %s,LATE PAYER,,5710,25.62B,NAFRev2,2010-03-01,A
        """
        .formatted(siren);
  }

  private String etablissement() {
    return """
        siren,nic,etablissementSiege,codeCommuneEtablissement,dateCreationEtablissement,activitePrincipaleEtablissement,nomenclatureActivitePrincipaleEtablissement,etatAdministratifEtablissement
        %s,00018,true,%s231,2010-03-01,25.62B,NAFRev2,A
        """
        .formatted(siren, departement);
  }

  // Year, quarter, month of the quarter.
  private static String period(YearMonth month) {
    int quarter = (month.getMonthValue() - 1) / 3 + 1;
    int inQuarter = (month.getMonthValue() - 1) % 3 + 1;
    return String.format(Locale.ROOT, "%d%d%d", month.getYear(), quarter, inQuarter);
  }

  private static void write(Path folder, String name, String content) throws IOException {
    Files.writeString(folder.resolve(name), content);
  }
}
