package org.vigie.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.simulator.WrittenCountry.Line;
import org.vigie.simulator.country.Luhn;

class WrittenCountryTest {

  private static final String COTISATIONS = "sigfaible_cotisdues.csv.gz";
  private static final String DEBITS = "sigfaible_debits.csv.gz";
  private static final String EFFECTIFS = "sigfaible_effectif_siret.csv";
  private static final String PROCEDURES = "sigfaible_pcoll.csv";
  private static final String ETABLISSEMENTS = "StockEtablissement_utf8_geo.csv";
  private static final String UNITES_LEGALES = "sireneUL.csv";

  private static final LocalDate FIRST = LocalDate.of(2025, 6, 22);
  private static final String DIGITS = "-?[0-9]+";

  /// 26MAY2014; a damaged date does not parse.
  private static final DateTimeFormatter PROCEDURE_DATE =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .appendPattern("ddMMMyyyy")
          .toFormatter(Locale.ENGLISH);

  @TempDir static Path directory;
  private static WrittenCountry country;

  @BeforeAll
  static void writeACountry() throws IOException {
    country = WrittenCountry.write(new SimulationPlan(900, 12, 7), directory);
  }

  @Test
  void everyFileHasTheHeaderOfItsSource() throws IOException {
    assertThat(country.header(FIRST, COTISATIONS))
        .isEqualTo("Urssaf_gestion;Dep;Siret;Compte;periode;mer;enc_direct;cotis_due");
    assertThat(country.header(FIRST, DEBITS))
        .isEqualTo(
            "Urssaf_gestion;Dep;num_cpte;Siren;Siret;Dt_immat;Etat_cpte;Cd_pro_col;Periode;Num_Ecn;"
                + "Num_Hist_Ecn;Dt_trt_ecn;Mt_PO;Mt_PP;Cd_op_ecn;Motif_ecn;Recours_en_cours");
    assertThat(country.header(FIRST, EFFECTIFS))
        .startsWith("compte;siret;rais_soc;ape_ins;dep;eff");
    assertThat(country.header(FIRST, PROCEDURES))
        .isEqualTo("Siret;Siren;Dt_effet;Cat_v2;Lib_actx_stdx");
    assertThat(country.header(FIRST, ETABLISSEMENTS))
        .startsWith("siren,nic,siret,")
        .contains(
            ",etablissementSiege,",
            ",codeCommuneEtablissement,",
            ",dateCreationEtablissement,",
            ",activitePrincipaleEtablissement,nomenclatureActivitePrincipaleEtablissement,",
            ",dateDebut,etatAdministratifEtablissement,",
            ",longitude,latitude,");
    assertThat(country.header(FIRST, UNITES_LEGALES))
        .startsWith("siren,")
        .contains(
            ",denominationUniteLegale,",
            ",nomUniteLegale,",
            ",categorieJuridiqueUniteLegale,activitePrincipaleUniteLegale,",
            ",dateCreationUniteLegale,",
            ",etatAdministratifUniteLegale,");
  }

  @Test
  void headcountComesEveryThirdDeliveryAndTheRestEveryMonth() throws IOException {
    assertThat(deliveriesOf(country.lines(EFFECTIFS, ";")))
        .containsExactlyInAnyOrder(
            FIRST,
            FIRST.plusMonths(3),
            FIRST.plusMonths(6),
            FIRST.plusMonths(9),
            FIRST.plusMonths(12));
    assertThat(deliveriesOf(country.lines(COTISATIONS, ";"))).hasSize(13);
    assertThat(deliveriesOf(country.lines(DEBITS, ";"))).hasSize(13);
  }

  @Test
  void aboutOneRowInAThousandIsDamaged() {
    double share = (double) country.written().damaged() / country.written().rows();
    assertThat(share).isBetween(0.0005, 0.0015);
  }

  @Test
  void whatUrssafKnowsOfIsInSirene() throws IOException {
    var sirets = new HashSet<String>();
    for (var line : country.lines(ETABLISSEMENTS, ",")) {
      sirets.add(line.get("siren") + line.get("nic"));
    }
    var orphans = new HashSet<String>();
    for (var line : country.lines(DEBITS, ";")) {
      assertThat(Luhn.isValid(line.get("Siret"))).isTrue();
      if (!sirets.contains(line.get("Siret"))) {
        orphans.add(line.get("Siret"));
      }
    }
    // Only those whose row of Sirene comes after the last delivery, or is damaged.
    assertThat(orphans).hasSizeLessThan(4);
  }

  @Test
  void balancesAreNeverNegativeAndNothingIsToldBeforeItHappens() throws IOException {
    for (var line : sound(country.lines(DEBITS, ";"), "Mt_PO", "Mt_PP", "Dt_trt_ecn")) {
      assertThat(Long.parseLong(line.get("Mt_PO"))).isNotNegative();
      assertThat(Long.parseLong(line.get("Mt_PP"))).isNotNegative();
      int delivered = Integer.parseInt(line.delivery().toString().replace("-", "")) - 19_000_000;
      int processed = Integer.parseInt(line.get("Dt_trt_ecn"));
      if (processed % 100 < 32) {
        assertThat(processed).isLessThanOrEqualTo(delivered);
      }
    }
  }

  @Test
  void operationsOnADebtAreNumberedWithoutAGapInOrderOfDate() throws IOException {
    var byDebt = new HashMap<String, TreeMap<Integer, Integer>>();
    for (var line : sound(country.lines(DEBITS, ";"), "Mt_PO", "Mt_PP", "Dt_trt_ecn")) {
      var debt = line.get("num_cpte") + line.get("Periode") + line.get("Num_Ecn");
      int day = Integer.parseInt(line.get("Dt_trt_ecn"));
      if (day % 100 < 32) {
        byDebt
            .computeIfAbsent(debt, key -> new TreeMap<>())
            .put(Integer.parseInt(line.get("Num_Hist_Ecn")), day);
      }
    }
    assertThat(byDebt.values())
        .allSatisfy(days -> assertThat(List.copyOf(days.values())).isSorted());
    long gaps = byDebt.values().stream().filter(days -> days.lastKey() != days.size()).count();
    // A gap is an operation that came late, or damaged, and is not yet delivered.
    assertThat((double) gaps / byDebt.size()).isLessThan(0.01);
  }

  @Test
  void aPeriodCanHaveSeveralLinesThatAddUp() throws IOException {
    var lines = sound(country.lines(COTISATIONS, ";"), "Compte");
    var counts =
        lines.stream()
            .collect(
                Collectors.groupingBy(
                    line -> line.get("Compte") + line.get("periode"), Collectors.counting()));
    assertThat(counts.values()).contains(1L, 2L, 3L);
    assertThat(lines).anyMatch(line -> line.get("cotis_due").startsWith("-"));
  }

  @Test
  void debtsOfAMovedEtablissementReappearUnderItsNewSiret() throws IOException {
    var sirets = new HashMap<String, Set<String>>();
    for (var line : country.lines(DEBITS, ";")) {
      var operation =
          line.get("num_cpte")
              + line.get("Periode")
              + line.get("Num_Ecn")
              + line.get("Num_Hist_Ecn");
      sirets.computeIfAbsent(operation, key -> new HashSet<>()).add(line.get("Siret"));
    }
    assertThat(sirets.values()).anyMatch(found -> found.size() == 2);
  }

  @Test
  void theTruthTellsOfEachCompanyOnce() throws IOException {
    assertThat(country.truth())
        .hasSize(900)
        .extracting(line -> line.get("siren"))
        .doesNotHaveDuplicates();
    assertThat(country.truth()).allMatch(line -> line.get("covered_until").equals("2028-06-30"));
  }

  @Test
  void theFirstOpeningDeliveredIsTheFailureOfTheTruth() throws IOException {
    var openings = firstOpenings();
    var failures =
        country.truth().stream()
            .collect(Collectors.toMap(line -> line.get("siren"), line -> line.get("failure_date")));
    assertThat(openings).isNotEmpty();
    openings.forEach((siren, day) -> assertThat(failures).containsEntry(siren, day.toString()));
    // An opening is published within four weeks: all earlier ones have been delivered.
    var certain = FIRST.plusMonths(12).minusDays(60).toString();
    for (var line : country.truth()) {
      var failed = line.get("failure_date");
      if (!failed.isEmpty() && failed.compareTo(certain) < 0) {
        assertThat(openings).containsKey(line.get("siren"));
      }
    }
  }

  private static Map<String, LocalDate> firstOpenings() throws IOException {
    var openings = new HashMap<String, LocalDate>();
    for (var line : country.lines(PROCEDURES, ";")) {
      var date = line.get("Dt_effet");
      var opens = line.get("Lib_actx_stdx").toLowerCase(Locale.ROOT).contains("ouverture");
      if (opens && !date.startsWith("32")) {
        var day = LocalDate.parse(date, PROCEDURE_DATE);
        openings.merge(line.get("Siren"), day, (a, b) -> a.isBefore(b) ? a : b);
      }
    }
    return openings;
  }

  private static Set<LocalDate> deliveriesOf(List<Line> lines) {
    return lines.stream().map(Line::delivery).collect(Collectors.toSet());
  }

  /// Lines whose `columns` hold numbers.
  private static List<Line> sound(List<Line> lines, String... columns) {
    return lines.stream()
        .filter(line -> List.of(columns).stream().allMatch(c -> line.get(c).matches(DIGITS)))
        .toList();
  }
}
