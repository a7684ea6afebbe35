package org.vigie.ingestion.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTest {

  @ParameterizedTest
  @CsvSource({
    "sigfaible_cotisdues.csv,COTISATION",
    "sigfaible_cotisdues.csv.gz,COTISATION",
    "Sigfaible_Debits.csv,DEBIT",
    "sigfaible_pcoll.csv,PROCOL",
    "StockEtablissement_utf8_geo.csv.gz,SIRENE",
    "StockEtablissement_utf8.csv,SIRENE",
    "StockEtablissement_utf8.zip,SIRENE",
    "StockUniteLegale_utf8.csv.zip,SIRENE_UL",
    "sigfaible_debits.ZIP,DEBIT",
    "2026_effectif_etablissements.zip,EFFECTIF",
    "sireneUL.csv,SIRENE_UL",
    "StockUniteLegale_utf8.csv,SIRENE_UL",
    "sigfaible_effectif_siret.csv,EFFECTIF",
    "2026_effectif_etablissements.csv.gz,EFFECTIF"
  })
  void aNameTellsItsSource(String file, Source source) {
    assertThat(FileName.source(file)).contains(source);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sigfaible_effectif_siren.csv",
        "sigfaible_effectif_siren.csv.gz",
        "sigfaible_effectif_ent.csv.gz",
        "2026_effectif_ent_07.csv",
        "2026_effectif_siren.csv",
        "sigfaible_effectif_siren.zip",
        "sigfaible_delais.csv",
        "sigfaible_debits.csv.gz.zip",
        "sigfaible_debits",
        "cotisdues.csv",
        "StockEtablissementHistorique_utf8.csv",
        "effectifs.csv",
        ""
      })
  void anyOtherNameIsUnknown(String file) {
    assertThat(FileName.source(file)).isEmpty();
  }

  @Test
  void theEndOfANameTellsWhatTheTextComesIn() {
    assertThat(FileName.container("a.csv.GZ")).isEqualTo(Container.GZIP);
    assertThat(FileName.container("a.zip")).isEqualTo(Container.ZIP);
    assertThat(FileName.container("a.gz.csv")).isEqualTo(Container.PLAIN);
  }
}
