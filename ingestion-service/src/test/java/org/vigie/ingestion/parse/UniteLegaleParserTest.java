package org.vigie.ingestion.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.ingestion.parse.Rows.DELIVERED;
import static org.vigie.ingestion.parse.Rows.HISTORY;
import static org.vigie.ingestion.parse.Rows.parsed;
import static org.vigie.ingestion.parse.Rows.rejected;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.ingestion.delivery.KnownAt;
import org.vigie.ingestion.delivery.Source;
import org.vigie.schemas.UniteLegale;

class UniteLegaleParserTest {

  private static final String HEADER =
      "siren,dateCreationUniteLegale,prenom1UniteLegale,dateDebut,etatAdministratifUniteLegale,"
          + "nomUniteLegale,denominationUniteLegale,categorieJuridiqueUniteLegale,"
          + "activitePrincipaleUniteLegale,nomenclatureActivitePrincipaleUniteLegale";
  private static final String COMPANY =
      "000325175,2000-09-26,,2019-05-27,A,,MANUFACTURE,5710,32.12Z,NAFRev2";

  @Test
  void aCompanyIsKnownByItsSiren() {
    var row = parsed(parse(COMPANY, DELIVERED));
    assertThat(row.key()).isEqualTo("000325175");
    assertThat(body(row))
        .satisfies(
            body -> {
              assertThat(body.getName()).isEqualTo("MANUFACTURE");
              assertThat(body.getLegalCategory()).isEqualTo("5710");
              assertThat(body.getNaf()).isEqualTo("32.12Z");
              assertThat(body.getNafNomenclature()).isEqualTo("NAFRev2");
              assertThat(body.getCreatedOn()).isEqualTo("2000-09-26");
              assertThat(body.getStateSince()).isEqualTo("2019-05-27");
              assertThat(body.getCeased()).isFalse();
            });
  }

  @Test
  void namesOfNaturalPersonsAreNotTaken() {
    var person = COMPANY.replace(",,2019", ",JEANNE,2019").replace("A,,MANU", "A,MARTIN,MANU");
    assertThat(body(parsed(parse(person, DELIVERED))).getName()).isNull();
    var byCategory = COMPANY.replace("5710", "1000");
    assertThat(body(parsed(parse(byCategory, DELIVERED))).getName()).isNull();
  }

  @Test
  void aCeasedCompanyWasKnownActiveBefore() {
    var versions = parsed(parse(COMPANY.replace(",A,", ",C,"), HISTORY)).versions();
    assertThat(versions)
        .extracting(version -> ((UniteLegale) version.body().record()).getCeased())
        .containsExactly(false, true);
  }

  @Test
  void anotherNomenclatureLeavesTheActivityUnknown() {
    var old = parsed(parse(COMPANY.replace("32.12Z,NAFRev2", "362Z,NAF1993"), DELIVERED));
    assertThat(body(old).getNaf()).isNull();
    assertThat(body(old).getNafNomenclature()).isNull();
  }

  @Test
  void theNomenclatureStandsBesideTheActivity() {
    var body = body(parsed(parse(COMPANY.replace("NAFRev2", "NAF2025"), DELIVERED)));
    assertThat(body.getNaf()).isEqualTo("32.12Z");
    assertThat(body.getNafNomenclature()).isEqualTo("NAF2025");
  }

  @Test
  void anAbsentNameOfAPersonIsAbsentHoweverItIsWritten() {
    var framed = parsed(parse(COMPANY.replace("A,,MANU", "A,NaN,MANU"), DELIVERED));
    assertThat(body(framed).getName()).isEqualTo("MANUFACTURE");
  }

  @Test
  void aCreationBefore1800IsUnknownAndSuspicious() {
    var row = parsed(parse(COMPANY.replace("2000-09-26", "1665-10-01"), DELIVERED));
    assertThat(body(row).getCreatedOn()).isNull();
    assertThat(row.suspicious()).isTrue();
  }

  @Test
  void anInvalidDateOfCreationIsUnknown() {
    assertThat(body(parsed(parse(COMPANY.replace("2000-09-26", "x"), DELIVERED))).getCreatedOn())
        .isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "siren,''",
    "categoriejuridiqueunitelegale,''",
    "categoriejuridiqueunitelegale,57",
    "etatadministratifunitelegale,F",
    "activiteprincipaleunitelegale,3212"
  })
  void aCellThatBreaksItsRuleRejectsTheRow(String column, String value) {
    var row = Rows.with(HEADER, COMPANY, ',', column, value);
    assertThat(rejected(parse(row, DELIVERED)).column()).isEqualTo(column);
  }

  private static UniteLegale body(Outcome.Parsed row) {
    return (UniteLegale) row.versions().getFirst().body().record();
  }

  private static Outcome parse(String row, KnownAt knownAt) {
    return Rows.parse(Source.SIRENE_UL, HEADER, row, knownAt);
  }
}
