package org.vigie.ingestion.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.ingestion.parse.Rows.DELIVERED;
import static org.vigie.ingestion.parse.Rows.HISTORY;
import static org.vigie.ingestion.parse.Rows.parsed;
import static org.vigie.ingestion.parse.Rows.rejected;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.ingestion.delivery.KnownAt;
import org.vigie.ingestion.delivery.Paris;
import org.vigie.ingestion.delivery.Source;
import org.vigie.schemas.Debit;

class DebitParserTest {

  private static final String HEADER =
      "Urssaf_gestion;Dep;num_cpte;Siren;Siret;Dt_immat;Etat_cpte;Cd_pro_col;Periode;Num_Ecn;"
          + "Num_Hist_Ecn;Dt_trt_ecn;Mt_PO;Mt_PP;Cd_op_ecn;Motif_ecn;Recours_en_cours";
  private static final String ROW =
      "939;27;111982477292496174;007901002;00790100200019;20150708;5;0;201712;659;9;990505;"
          + "195907;864497;3;74;0";

  @Test
  void amountsAreCentimesAndTheKeyIsTheOperationOnItsEcartNegatif() {
    var row = parsed(parse(ROW, DELIVERED));

    assertThat(row.siren()).isEqualTo("007901002");
    assertThat(row.key()).isEqualTo("007901002|111982477292496174|24205+1|659|9");
    assertThat(row.suspicious()).isFalse();
    assertThat(row.versions().getFirst().occurredAt()).isEqualTo("1999-05-05");
    assertThat(row.versions().getFirst().body().record())
        .isEqualTo(
            new Debit(
                "00790100200019",
                "111982477292496174",
                2017 * 12 + 1,
                1,
                "659",
                9,
                LocalDate.parse("1999-05-05"),
                195_907L,
                864_497L,
                3));
  }

  @Test
  void historyIsKnownOnTheDayOfTheOperation() {
    assertThat(parsed(parse(ROW, HISTORY)).versions().getFirst().knownAt())
        .isEqualTo(Paris.startOf(LocalDate.parse("1999-05-05")));
  }

  @Test
  void theNumberOfAnEcartIsTextAndItsRankAnInteger() {
    var zeros = ROW.replace(";659;9;", ";0659;09;");
    assertThat(parsed(parse(zeros, DELIVERED)).key())
        .isEqualTo("007901002|111982477292496174|24205+1|0659|9");
  }

  @Test
  void theSiretIsAValueAndNoPartOfTheKey() {
    var moved = ROW.replace("00790100200019", "00790100200027");
    assertThat(parsed(parse(moved, DELIVERED)).key())
        .isEqualTo(parsed(parse(ROW, DELIVERED)).key());
  }

  @Test
  void withoutASiretTheSirenNamesTheCompany() {
    var row = parsed(parse(ROW.replace("00790100200019", ""), DELIVERED));
    assertThat(row.siren()).isEqualTo("007901002");
    assertThat(((Debit) row.versions().getFirst().body().record()).getSiret()).isNull();
  }

  @Test
  void aCodeOutsideItsTableIsKeptAndSuspicious() {
    var row = parsed(parse(Rows.with(HEADER, ROW, ';', "Cd_op_ecn", "63"), DELIVERED));
    assertThat(row.suspicious()).isTrue();
    assertThat(((Debit) row.versions().getFirst().body().record()).getOperation()).isEqualTo(63);
    var padded = parsed(parse(Rows.with(HEADER, ROW, ';', "Cd_op_ecn", "03"), DELIVERED));
    assertThat(padded.suspicious()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "num_cpte,''",
    "num_ecn,''",
    "num_hist_ecn,x",
    "num_hist_ecn,1.5",
    "dt_trt_ecn,''",
    "dt_trt_ecn,990532",
    "dt_trt_ecn,2026-01-01",
    "mt_po,''",
    "mt_pp,1000000000000001",
    "cd_op_ecn,''",
    "siret,0000000000000",
    "siret,00000000000018",
    "siren,123456782",
    "siren,7901002",
    "num_cpte,'1,11982E+17'",
    "num_cpte,111982477292496.0",
    "num_ecn,659.0"
  })
  void aCellThatBreaksItsRuleRejectsTheRow(String column, String value) {
    var row = Rows.with(HEADER, ROW, ';', column, value);
    assertThat(rejected(parse(row, DELIVERED)).column()).isEqualTo(column);
  }

  @Test
  void codesAndRanksAreWholeNumbersAsADataFrameWritesThem() {
    var framed = ROW.replace(";659;9;", ";659;9.0;").replace(";3;74;", ";3.0;74.0;");
    assertThat(parse(framed.replace("195907", "195907.0"), DELIVERED))
        .isEqualTo(parse(ROW, DELIVERED));
  }

  @Test
  void whatADataFrameWritesForNothingIsAnEmptyCell() {
    var row = Rows.with(HEADER, ROW, ';', "Siret", "NaN");
    assertThat(
            ((Debit) parsed(parse(row, DELIVERED)).versions().getFirst().body().record())
                .getSiret())
        .isNull();
    var unpaid = Rows.with(HEADER, ROW, ';', "Mt_PO", "nan");
    assertThat(rejected(parse(unpaid, DELIVERED)).reason()).isEqualTo("is empty");
  }

  @Test
  void anIdentifierThatASpreadsheetTookForANumberIsToldAsSuch() {
    var row = Rows.with(HEADER, ROW, ';', "Siret", "7,90100E+11");
    assertThat(rejected(parse(row, DELIVERED)).reason())
        .isEqualTo(
            "a SIRET is fourteen digits: this one was written as a number (scientific notation):"
                + " its last digits are lost");
  }

  @ParameterizedTest
  @CsvSource({"num_cpte", "Num_Ecn"})
  void aKeyOfMoreThan256CharactersRejectsTheRowAndNamesItsLongestCell(String column) {
    var row = Rows.with(HEADER, ROW, ';', column, "7".repeat(40_000));
    var rejection = rejected(parse(row, DELIVERED));
    assertThat(rejection.column()).isEqualToIgnoringCase(column);
    assertThat(rejection.value()).isEqualTo("7".repeat(200));
    assertThat(rejection.reason()).contains("256 characters");
  }

  private static Outcome parse(String row, KnownAt knownAt) {
    return Rows.parse(Source.DEBIT, HEADER, row, knownAt);
  }
}
