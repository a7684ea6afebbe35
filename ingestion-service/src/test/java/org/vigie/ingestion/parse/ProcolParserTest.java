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
import org.vigie.schemas.Procol;

class ProcolParserTest {

  private static final String HEADER = "Siret;Siren;Dt_effet;Cat_v2;Lib_actx_stdx";
  private static final String START = "01234567891011;012345678;26MAY2014;1;";

  @ParameterizedTest
  @CsvSource({
    "Solde_procedure_redressement,redressement,solde_procedure",
    "liquidation_ouverture,liquidation,ouverture",
    "Ouverture_procedure_SAUVEGARDE,sauvegarde,ouverture_procedure",
    "redressement_plan_continuation,redressement,plan_continuation",
    "jugement_inconnu_liquidation,liquidation,jugement_inconnu"
  })
  void aLabelHoldsAnActionAndAStageInAnyOrder(String label, String action, String stage) {
    var row = parsed(parse(START + label, DELIVERED));

    assertThat(row.siren()).isEqualTo("012345678");
    assertThat(row.key()).isEqualTo("01234567891011|2014-05-26|" + action + "|" + stage);
    assertThat(row.versions().getFirst().body().record())
        .isEqualTo(new Procol("01234567891011", action, stage, LocalDate.parse("2014-05-26")));
  }

  @ParameterizedTest
  @CsvSource({
    "Solde_procedure_redressement,solde_procedure,false",
    "FIN_PROCEDURE_LIQUIDATION,fin_procedure,false",
    "Fin_procédure_redressement,fin_procedure,true",
    "Fin_proce\u0301dure_rédressement,fin_procedure,true",
    "fin_procÃ©dure_redressement,fin_procã©dure,true",
    "liquidation,'',true"
  })
  void anAccentIsFoldedAndAStageOutsideTheTableIsKept(
      String label, String stage, boolean suspicious) {
    var row = parsed(parse("00790144000011;007901440;04OCT2024;1;" + label, DELIVERED));
    assertThat(((Procol) row.versions().getFirst().body().record()).getStage()).isEqualTo(stage);
    assertThat(row.suspicious()).isEqualTo(suspicious);
  }

  @Test
  void aSirenThatContradictsTheSiretRejectsTheRow() {
    var row = START.replace(";012345678;", ";123456782;") + "liquidation_ouverture";
    assertThat(rejected(parse(row, DELIVERED)).column()).isEqualTo("siren");
    var absent = START.replace(";012345678;", ";;") + "liquidation_ouverture";
    assertThat(parsed(parse(absent, DELIVERED)).siren()).isEqualTo("012345678");
  }

  @Test
  void aLabelOfAnyLengthIsRejectedByItsLength() {
    var label = "_é".repeat(20_000) + "_liquidation";
    assertThat(rejected(parse(START + label, DELIVERED)).reason()).contains("200 characters");
  }

  @Test
  void historyIsKnownFifteenDaysAfterTheEffect() {
    var version = parsed(parse(START + "liquidation_ouverture", HISTORY)).versions().getFirst();
    assertThat(version.occurredAt()).isEqualTo("2014-05-26");
    assertThat(version.knownAt()).isEqualTo(Paris.startOf(LocalDate.parse("2014-06-10")));
  }

  @ParameterizedTest
  @CsvSource({"conciliation_ouverture", "mandat_ad_hoc", "''"})
  void aLabelWithoutAKnownActionRejectsTheRow(String label) {
    assertThat(rejected(parse(START + label, DELIVERED)).column()).isEqualTo("lib_actx_stdx");
  }

  @ParameterizedTest
  @CsvSource({
    "26MAI2014",
    "01JAN+12345",
    "01JAN123456789",
    "1JAN2014",
    "31FEB2014",
    "2014-05-26",
    "''"
  })
  void aDayThatIsNoneRejectsTheRow(String day) {
    var row = START.replace("26MAY2014", day) + "liquidation_ouverture";
    assertThat(rejected(parse(row, DELIVERED)).column()).isEqualTo("dt_effet");
  }

  private static Outcome parse(String row, KnownAt knownAt) {
    return Rows.parse(Source.PROCOL, HEADER, row, knownAt);
  }
}
