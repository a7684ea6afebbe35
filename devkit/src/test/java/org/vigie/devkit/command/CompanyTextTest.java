package org.vigie.devkit.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class CompanyTextTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void aScoreIsATableOfItsThemes() throws Exception {
    var score =
        JSON.readTree(
            """
            {"siren":"009829466","asOf":"2025-08-22","p12":0.081,"p18":0.12,"p24":0.15,
             "level":"modéré","contributions":{"dette_urssaf":1.694,"profil":-0.06},
             "intercept":-3.1,"model":"2026-11",
             "previous":{"state":"scored","p18":0.016,"level":"aucun"},
             "causes":[{"fact":"f","source":"debit","occurredAt":"2025-08-04"}],
             "masked":{"banque_de_france":"masqué : droit bdf requis"}}
            """);

    assertThat(CompanyText.score(score).lines())
        .containsExactly(
            "009829466  as of 2025-08-22, model 2026-11",
            "modéré   p12 0.081  p18 0.120  p24 0.150",
            "before: aucun, p18 0.016",
            "",
            "dette_urssaf                          +1.69",
            "profil                                -0.06",
            "intercept                             -3.10",
            "caused by debit of 2025-08-04",
            "banque_de_france                   masqué : droit bdf requis");
  }

  @Test
  void anAbstentionIsItsReason() throws Exception {
    var abstention =
        JSON.readTree(
            """
            {"siren":"009829466","state":"abstained","reason":"cessée"}
            """);

    assertThat(CompanyText.score(abstention)).isEqualTo("009829466  no score: cessée");
  }

  @Test
  void featuresAreRowsAndWhatIsUnknownADash() throws Exception {
    var features =
        JSON.readTree(
            """
            {"siren":"009829466","asOf":"2025-08-22",
             "values":{"cotisation":1200.0,"ratio_dette":0.33333,"age":null}}
            """);

    assertThat(CompanyText.features(features).lines())
        .containsExactly(
            "siren 009829466  asOf 2025-08-22",
            "",
            "cotisation                                 1200",
            "ratio_dette                               0.333",
            "age                                           -");
  }

  @Test
  void aHistoryHasItsMonthsInColumns() throws Exception {
    var history =
        JSON.readTree(
            """
            {"siren":"009829466","months":[
              {"month":"2025-06","cotisation":1200.0,"tag_debit":false},
              {"month":"2025-07","cotisation":null,"tag_debit":true}]}
            """);

    assertThat(CompanyText.history(history).lines())
        .containsExactly(
            "009829466",
            "",
            "                                      2025-06    2025-07",
            "cotisation                               1200          -",
            "tag_debit                               false       true");
  }
}
