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
import org.vigie.ingestion.parse.Outcome.Filtered;
import org.vigie.schemas.Etablissement;

class EtablissementParserTest {

  private static final String HEADER =
      "siren,nic,siret,dateCreationEtablissement,etablissementSiege,codePostalEtablissement,"
          + "libelleCommuneEtablissement,codeCommuneEtablissement,dateDebut,"
          + "etatAdministratifEtablissement,activitePrincipaleEtablissement,"
          + "nomenclatureActivitePrincipaleEtablissement";
  private static final String OPEN =
      "000325175,00016,00032517500016,2000-09-26,true,13001,MARSEILLE,13201,2009-05-27,A,32.12Z,"
          + "NAFRev2";
  private static final String CLOSED = OPEN.replace(",A,", ",F,");

  @Test
  void anOpenEtablissementIsKnownFromItsCreation() {
    var row = parsed(parse(OPEN, HISTORY));

    assertThat(row.siren()).isEqualTo("000325175");
    assertThat(row.key()).isEqualTo("000325175|00016");
    assertThat(row.versions())
        .singleElement()
        .satisfies(
            version -> {
              assertThat(version.occurredAt()).isEqualTo("2000-09-26");
              assertThat(version.knownAt()).isEqualTo(Paris.startOf(LocalDate.parse("2000-09-26")));
            });
    assertThat(body(row.versions().getFirst()))
        .isEqualTo(
            new Etablissement(
                "00032517500016",
                true,
                "13201",
                "MARSEILLE",
                "13001",
                "13",
                LocalDate.parse("2000-09-26"),
                "32.12Z",
                "NAFRev2",
                false,
                LocalDate.parse("2009-05-27")));
  }

  @Test
  void inHistoryAClosedOneWasKnownOpenUntilAMonthAfterItClosed() {
    var versions = parsed(parse(CLOSED, HISTORY)).versions();

    assertThat(versions)
        .extracting(Version::knownAt)
        .containsExactly(
            Paris.startOf(LocalDate.parse("2000-09-26")),
            Paris.startOf(LocalDate.parse("2009-06-27")));
    assertThat(versions).extracting(v -> body(v).getClosed()).containsExactly(false, true);
    assertThat(body(versions.getFirst()).getStateSince()).isNull();
  }

  @Test
  void aClosedOneOfUnknownCreationIsKnownClosed() {
    var versions = parsed(parse(CLOSED.replace("2000-09-26", ""), HISTORY)).versions();
    assertThat(versions).singleElement().satisfies(v -> assertThat(body(v).getClosed()).isTrue());
  }

  @Test
  void aDeliveryOfTheDayKnowsOnlyThePresent() {
    assertThat(parsed(parse(CLOSED, DELIVERED)).versions())
        .singleElement()
        .satisfies(
            version -> {
              assertThat(version.knownAt()).isEqualTo(DELIVERED.instant());
              assertThat(version.occurredAt()).isEqualTo("2009-05-27");
            });
  }

  @Test
  void withoutDatesTheDeliveryStands() {
    var bare = OPEN.replace("2000-09-26", "").replace("2009-05-27", "");
    var version = parsed(parse(bare, HISTORY)).versions().getFirst();
    assertThat(version.occurredAt()).isEqualTo(HISTORY.day());
    assertThat(version.knownAt()).isEqualTo(HISTORY.instant());
  }

  @ParameterizedTest
  @CsvSource({"97105,971", "98735,987", "2A004,2A", "2B033,2B", "01004,01"})
  void theDepartementIsThatOfTheCommune(String commune, String departement) {
    var row = parsed(parse(OPEN.replace("13201", commune), DELIVERED));
    assertThat(body(row.versions().getFirst()).getDepartement()).isEqualTo(departement);
  }

  @Test
  void whatIsNotDiffusedIsUnknown() {
    var hidden = OPEN.replace("13001,MARSEILLE,13201", "[ND],[ND],");
    var body = body(parsed(parse(hidden, DELIVERED)).versions().getFirst());
    assertThat(body.getPostalCode()).isNull();
    assertThat(body.getCommuneName()).isNull();
    assertThat(body.getCommune()).isNull();
    assertThat(body.getDepartement()).isNull();
  }

  @Test
  void anotherNomenclatureIsFilteredBeforeTheFormOfItsCodeIsLookedAt() {
    assertThat(parse(OPEN.replace("32.12Z,NAFRev2", "362Z,NAF1993"), DELIVERED))
        .isInstanceOf(Filtered.class);
    assertThat(parse(OPEN.replace("NAFRev2", ""), DELIVERED)).isInstanceOf(Filtered.class);
    var unknown = parsed(parse(OPEN.replace("32.12Z,NAFRev2", ",NAP"), DELIVERED));
    assertThat(body(unknown.versions().getFirst()).getNaf()).isNull();
    var naf2025 = parsed(parse(OPEN.replace("NAFRev2", "NAF2025"), DELIVERED));
    assertThat(body(naf2025.versions().getFirst()).getNafNomenclature()).isEqualTo("NAF2025");
  }

  @ParameterizedTest
  @CsvSource({"True,true", "VRAI,true", "1,true", "FALSE,false", "0.0,false", "Faux,false"})
  void truthIsReadAsTheToolsOfItsSendersWriteIt(String text, boolean siege) {
    var row = Rows.with(HEADER, OPEN, ',', "etablissementSiege", text);
    assertThat(body(parsed(parse(row, DELIVERED)).versions().getFirst()).getSiege())
        .isEqualTo(siege);
  }

  @Test
  void aCreationBefore1800IsUnknownAndSuspicious() {
    var row = parsed(parse(OPEN.replace("2000-09-26", "1789-07-14"), DELIVERED));
    assertThat(body(row.versions().getFirst()).getCreatedOn()).isNull();
    assertThat(row.suspicious()).isTrue();
    var first = parsed(parse(OPEN.replace("2000-09-26", "1800-01-01"), DELIVERED));
    assertThat(body(first.versions().getFirst()).getCreatedOn()).isEqualTo("1800-01-01");
  }

  @ParameterizedTest
  @CsvSource({
    "siret,00032517500016,false",
    "siret,'',false",
    "siret,00032517500024,true",
    "siret,3.25E+13,true",
    "siret,soon,true",
    "nic,00000,true"
  })
  void aSiretThatIsNotSirenAndNicIsADoubtAndSoIsANicOfZeros(
      String column, String text, boolean doubted) {
    var row = parsed(parse(Rows.with(HEADER, OPEN, ',', column, text), DELIVERED));
    assertThat(row.suspicious()).isEqualTo(doubted);
  }

  @Test
  void withoutAColumnOfSiretsNothingIsDoubted() {
    var row = OPEN.replace("00032517500016,", "");
    var header = HEADER.replace("siret,", "");
    assertThat(parsed(Rows.parse(Source.SIRENE, header, row, DELIVERED)).suspicious()).isFalse();
  }

  @Test
  void theMidnightOfADayIsThatDay() {
    assertThat(parse(OPEN.replace("2000-09-26", "2000-09-26 00:00:00"), DELIVERED))
        .isEqualTo(parse(OPEN, DELIVERED));
  }

  @ParameterizedTest
  @CsvSource({
    "siren,12345678",
    "siren,000000000",
    "nic,1",
    "datecreationetablissement,2000-09-26 12:00:00",
    "etablissementsiege,oui",
    "codecommuneetablissement,2C004",
    "datecreationetablissement,26/09/2000",
    "datecreationetablissement,2000-02-30",
    "etatadministratifetablissement,''",
    "etatadministratifetablissement,X",
    "activiteprincipaleetablissement,3212Z"
  })
  void aCellThatBreaksItsRuleRejectsTheRow(String column, String value) {
    var row = Rows.with(HEADER, OPEN, ',', column, value);
    assertThat(rejected(parse(row, DELIVERED)).column()).isEqualTo(column);
  }

  private static Etablissement body(Version version) {
    return (Etablissement) version.body().record();
  }

  private static Outcome parse(String row, KnownAt knownAt) {
    return Rows.parse(Source.SIRENE, HEADER, row, knownAt);
  }
}
