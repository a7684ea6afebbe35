package org.vigie.features.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.features.facts.CompanyFacts;

/// The vector as of a day, on [OneCompany]: contributions are known until June 2024.
class VectorAsOfTest {

  @Test
  void contributionsEndWithTheLastMonthKnown() {
    var vector = asOf("2024-08-05");

    assertThat(value(vector, "cotisation")).isEqualTo(2000);
    assertThat(value(vector, "cotisation_age_mois")).isEqualTo(2);
    assertThat(value(vector, "cotisation_moy12m")).isCloseTo(18500 / 12.0, within(1e-9));
    assertThat(value(vector, "ratio_dette_moy12m")).isCloseTo(15.1 / 12, within(1e-9));
    assertThat(value(vector, "cotisation_past_12")).isEqualTo(1000);
  }

  @Test
  void contributionsAreAtMostFourMonthsLate() {
    assertThat(value(asOf("2024-10-20"), "cotisation_age_mois")).isEqualTo(4);
    assertThat(value(asOf("2024-10-21"), "cotisation_age_mois")).isNaN();
    assertThat(value(asOf("2024-10-21"), "cotisation")).isNaN();
    assertThat(value(asOf("2024-10-21"), "ratio_dette")).isNaN();
  }

  @Test
  void aDebtOfYesterdayCountsAtOnceAgainstTheLatestMean() {
    var facts = OneCompany.facts().add(OneCompany.debt("D", 1, "2024-08-04", 100, 0)).collect();

    var vector = VectorAsOf.compute(facts, LocalDate.parse("2024-08-05"));

    assertThat(value(vector, "montant_part_ouvriere")).isEqualTo(1200);
    assertThat(value(vector, "ratio_dette")).isCloseTo(3600 * 12 / 18500.0, within(1e-12));
  }

  @Test
  void anOperationThatIsYetToComeDoesNotStand() {
    var facts = OneCompany.facts().add(OneCompany.debt("D", 1, "2024-08-10", 100, 0)).collect();

    var vector = VectorAsOf.compute(facts, LocalDate.parse("2024-08-05"));

    assertThat(value(vector, "montant_part_ouvriere")).isEqualTo(1100);
  }

  @Test
  void theMonthTurnsAfterTheTwentieth() {
    assertThat(value(asOf("2024-06-20"), "montant_part_ouvriere_past_1")).isEqualTo(400);
    assertThat(value(asOf("2024-06-21"), "montant_part_ouvriere_past_1")).isEqualTo(1100);
  }

  @Test
  void aDefaultIsTheThirdMonthAboveOneAndMonthsWithoutRatioArePassedOver() {
    // June 2024 is the first month above 1 after May; July has no ratio; August is the second.
    assertThat(value(asOf("2024-08-05"), "tag_default")).isZero();
    // September 2023 is the third after July and August.
    assertThat(value(asOf("2023-09-15"), "tag_default")).isEqualTo(1);
  }

  @Test
  void theProfileSaysWhoTheCompanyIs() {
    var profile = asOf("2024-08-05").profile();

    assertThat(profile)
        .isEqualTo(
            new CompanyProfile(
                "EXEMPLE",
                List.of("21", "2A"),
                "21",
                "25.62B",
                "5710",
                12,
                14,
                Procedure.SAUVEGARDE,
                false));
  }

  @Test
  void profileFeaturesCountMonthsAndEtablissements() {
    var vector = asOf("2024-03-05");

    assertThat(value(vector, "age_mois")).isEqualTo(58);
    assertThat(value(vector, "naf_division")).isEqualTo(25);
    assertThat(value(vector, "categorie_juridique")).isEqualTo(5710);
    assertThat(value(vector, "etablissements_actifs")).isEqualTo(1);
    assertThat(value(vector, "etablissements_fermes_12m")).isEqualTo(1);
    assertThat(value(asOf("2024-04-05"), "etablissements_fermes_12m")).isZero();
  }

  @Test
  void aCompanyOfWhichNothingIsKnownHasNoValueButItsProcedures() {
    var vector =
        VectorAsOf.compute(new CompanyFacts.Collector().collect(), LocalDate.parse("2024-08-05"));

    assertThat(value(vector, "montant_part_ouvriere")).isNaN();
    assertThat(value(vector, "effectif")).isNaN();
    assertThat(value(vector, "etablissements_actifs")).isNaN();
    assertThat(value(vector, "procedure_ouverte")).isZero();
  }

  private static FeatureVector asOf(String day) {
    return VectorAsOf.compute(OneCompany.facts().collect(), LocalDate.parse(day));
  }

  private static double value(FeatureVector vector, String name) {
    return OneCompany.value(vector.values(), name);
  }
}
