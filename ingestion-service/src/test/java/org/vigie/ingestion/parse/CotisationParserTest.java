package org.vigie.ingestion.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.ingestion.parse.Rows.DELIVERED;
import static org.vigie.ingestion.parse.Rows.HISTORY;
import static org.vigie.ingestion.parse.Rows.parsed;
import static org.vigie.ingestion.parse.Rows.rejected;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.ingestion.delivery.KnownAt;
import org.vigie.ingestion.delivery.Paris;
import org.vigie.ingestion.delivery.Source;
import org.vigie.schemas.Cotisation;

class CotisationParserTest {

  private static final String HEADER =
      "Urssaf_gestion;Dep;Siret;Compte;periode;mer;enc_direct;cotis_due";
  private static final String QUARTER =
      "671;14;11111111111111;636043216536562844;1030;5;-68231;-21099";
  private static final String MONTH = "779;96;00790100200019;111982477292496174;1022;9;4;4";

  @Test
  void amountsAreEurosAndTheMonthIsThatOfThePeriod() {
    var row = parsed(parse(MONTH, DELIVERED));

    assertThat(row.siren()).isEqualTo("007901002");
    assertThat(row.key()).isEqualTo("00790100200019|111982477292496174|24124+1|400|400");
    assertThat(row.versions())
        .singleElement()
        .satisfies(
            version -> {
              assertThat(version.occurredAt()).isEqualTo("2010-05-01");
              assertThat(version.knownAt()).isEqualTo(DELIVERED.instant());
              assertThat(version.body().record())
                  .isEqualTo(
                      new Cotisation(
                          "00790100200019", "111982477292496174", 2010 * 12 + 4, 1, 400L, 400L));
            });
  }

  @Test
  void aQuarterCoversThreeMonths() {
    var body = (Cotisation) parsed(parse(QUARTER, DELIVERED)).versions().getFirst().body().record();

    assertThat(body.getFirstMonth()).isEqualTo(2010 * 12 + 6);
    assertThat(body.getMonths()).isEqualTo(3);
    assertThat(body.getPaidDirect()).isEqualTo(-6_823_100);
    assertThat(body.getDue()).isEqualTo(-2_109_900);
  }

  @Test
  void historyIsKnownOnThe20thOfTheMonthAfterThePeriodAndNeverLaterThanTheDelivery() {
    assertThat(parsed(parse(QUARTER, HISTORY)).versions().getFirst().knownAt())
        .isEqualTo(Paris.startOf(LocalDate.parse("2010-10-20")));
    var recent = MONTH.replace(";1022;", ";202632;");
    assertThat(parsed(parse(recent, HISTORY)).versions().getFirst().knownAt())
        .isEqualTo(HISTORY.instant());
  }

  @Test
  void spellingsOfOnePeriodAndAmountMakeOneKey() {
    var spelt = MONTH.replace(";1022;9;4;4", ";201022;;4,00;+4.0");
    assertThat(parsed(parse(spelt, DELIVERED)).key())
        .isEqualTo(parsed(parse(MONTH, DELIVERED)).key());
  }

  @Test
  void aCompteThatHoldsTheSeparatorDoesNotMakeAnotherKey() {
    var odd = MONTH.replace("111982477292496174", "1|2");
    assertThat(parsed(parse(odd, DELIVERED)).key())
        .isEqualTo("00790100200019|1\\|2|24124+1|400|400");
  }

  @ParameterizedTest
  @CsvSource({
    "siret,''",
    "siret,1234567890123",
    "siret,A2345678901234",
    "siret,00000000000000",
    "compte,'1,11982E+17'",
    "periode,''",
    "periode,1054",
    "periode,1014",
    "periode,10",
    "enc_direct,''",
    "enc_direct,abc",
    "cotis_due,1 234",
    "cotis_due,1.2.3",
    "cotis_due,10000000000000.01"
  })
  void aCellThatBreaksItsRuleRejectsTheRow(String column, String value) {
    var row = Rows.with(HEADER, MONTH, ';', column, value);
    var rejection = rejected(parse(row, DELIVERED));

    assertThat(rejection.column()).isEqualTo(column);
    assertThat(rejection.value()).isEqualTo(value);
    assertThat(rejection.reason()).isNotBlank();
  }

  @Test
  void whatIsUnlikelyIsTakenAndSuspicious() {
    assertThat(parsed(parse(MONTH, DELIVERED)).suspicious()).isFalse();
    assertThat(parsed(parse(QUARTER, DELIVERED)).suspicious()).isTrue();
    assertThat(parsed(parse(MONTH.replace(";4;4", ";4;4,005"), DELIVERED)).suspicious()).isTrue();
    assertThat(parsed(parse(MONTH.replace(";4;4", ";4;4,000"), DELIVERED)).suspicious()).isFalse();
    var invented = MONTH.replace("00790100200019", "11122233344455");
    assertThat(parsed(parse(invented, DELIVERED)).suspicious()).isTrue();
  }

  @Test
  void otherColumnsAreIgnoredWhateverTheyHold() {
    for (var odd : List.of("?", "\0", "\uFFFD", "\"a\" b", "x".repeat(100_000))) {
      var row = Rows.with(HEADER, MONTH, ';', "mer", odd);
      assertThat(parse(row, DELIVERED)).isEqualTo(parse(MONTH, DELIVERED));
    }
  }

  private static Outcome parse(String row, KnownAt knownAt) {
    return Rows.parse(Source.COTISATION, HEADER, row, knownAt);
  }
}
