package org.vigie.features.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.vigie.features.facts.CompanyFacts;
import org.vigie.features.facts.Months;

/// Each month by itself, against values computed by hand from [OneCompany].
class HistoryTest {

  private static final String TABLE =
      """
      month   | cotisation | montant_part_ouvriere | montant_part_patronale | cotisation_moy12m | ratio_dette | ratio_dette_moy12m | tag_debit | tag_default | effectif | effectif_reporte | dette_par_effectif
      2020-12 | -          | -                     | -                      | -                 | -           | -                  | -         | -           | -        | -                | -
      2021-01 | 1000       | 0                     | 0                      | -                 | -           | -                  | -         | -           | -        | -                | -
      2021-12 | 1000       | 0                     | 0                      | 1000              | 0           | 0                  | 0         | 0           | 10       | 0                | 0
      2022-03 | 1000       | 0                     | 0                      | 1000              | 0           | 0                  | 0         | 0           | 10       | 1                | 0
      2022-04 | 1000       | 100                   | 400                    | 1000              | 0.5         | 0.0417             | 1         | 0           | 10       | 1                | 50
      2022-06 | 1000       | 100                   | 400                    | 1000              | 0.5         | 0.125              | 1         | 0           | 10       | 1                | 50
      2022-07 | 1000       | 0                     | 0                      | 1000              | 0           | 0.125              | 0         | 0           | 10       | 1                | 0
      2023-01 | 1000       | 0                     | 0                      | 1000              | 0           | 0.125              | 0         | 0           | 14       | 1                | 0
      2023-03 | 1000       | 0                     | 0                      | 1000              | 0           | 0.125              | 0         | 0           | 14       | 1                | 0
      2023-04 | 1000       | 0                     | 0                      | 1000              | 0           | 0.0833             | 0         | 0           | 10       | 1                | 0
      2023-06 | 1000       | 0                     | 0                      | 1000              | 0           | 0                  | 0         | 0           | 12       | 0                | 0
      2023-07 | 1000       | 500                   | 1500                   | 1000              | 2           | 0.1667             | 1         | 0           | 12       | 1                | 166.6667
      2023-08 | 1000       | 500                   | 1500                   | 1000              | 2           | 0.3333             | 1         | 0           | 12       | 1                | 166.6667
      2023-09 | 1000       | 500                   | 1000                   | 1000              | 1.5         | 0.4583             | 1         | 1           | 12       | 1                | 125
      2023-12 | 1000       | 500                   | 1000                   | 1000              | 1.5         | 0.8333             | 1         | 1           | 12       | 1                | 125
      2024-01 | 2500       | 500                   | 1000                   | 1125              | 1.3333      | 0.8833             | 1         | 1           | 12       | 1                | 125
      2024-04 | 2000       | 500                   | 1000                   | 1375              | 1.0909      | 1.0708             | 1         | 1           | 12       | 1                | 125
      2024-05 | 2000       | 400                   | 600                    | 1458.3333         | 0.6857      | 1.1125             | 1         | 0           | 12       | 1                | 83.3333
      2024-06 | 2000       | 1100                  | 2400                   | 1541.6667         | 2.2703      | 1.2583             | 1         | 0           | 12       | 1                | 291.6667
      2024-07 | -          | 1100                  | 2400                   | -                 | -           | -                  | -         | -           | -        | -                | -
      """;

  @TestFactory
  Stream<DynamicTest> everyMonthIsAsComputedByHand() {
    var lines = TABLE.lines().map(HistoryTest::cells).toList();
    var names = lines.getFirst();
    return lines.stream()
        .skip(1)
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row[0],
                    () -> {
                      var values = month(row[0]).values();
                      for (var i = 1; i < names.length; i++) {
                        assertValue(names[i], OneCompany.value(values, names[i]), row[i]);
                      }
                    }));
  }

  @Test
  void lagsCountCalendarMonthsAndAreUnknownBeforeTheFirstKnownMonth() {
    assertThat(value("2024-07", "montant_part_patronale_past_12")).isEqualTo(1500);
    assertThat(value("2023-10", "montant_part_ouvriere_past_3")).isEqualTo(500);
    assertThat(value("2023-09", "montant_part_ouvriere_past_3")).isZero();
    assertThat(value("2021-06", "montant_part_patronale_past_6")).isNaN();
    assertThat(value("2021-07", "montant_part_patronale_past_6")).isZero();
    assertThat(value("2024-06", "effectif_past_12")).isEqualTo(12);
    assertThat(value("2024-06", "cotisation_past_36")).isEqualTo(1000);
  }

  @Test
  void meansNeedAllTheirMonths() {
    assertThat(value("2024-03", "cotisation_mean_3")).isCloseTo(6500 / 3.0, within(1e-9));
    assertThat(value("2024-07", "cotisation_mean_3")).isNaN();
    assertThat(value("2022-06", "dette_mean_6")).isEqualTo(250);
    assertThat(value("2021-02", "dette_mean_3")).isNaN();
  }

  @Test
  void theTrendOfDebtPerPersonIsAThirdOfItsDifferenceOverThreeMonths() {
    // (125 − 0) / 3, from June to September 2023.
    assertThat(value("2023-09", "dette_par_effectif_diff_3")).isCloseTo(125 / 3.0, within(1e-9));
  }

  @Test
  void theProcedureIsThatOfTheEndOfTheMonth() {
    assertThat(month("2024-05").procedure()).isEqualTo(Procedure.IN_BONIS);
    assertThat(month("2024-06").procedure()).isEqualTo(Procedure.SAUVEGARDE);
    assertThat(month("2024-11").procedure()).isEqualTo(Procedure.PLAN_SAUVEGARDE);
  }

  @Test
  void aCompanyKnownByItsHeadcountAloneHasItsSeries() {
    var facts = new CompanyFacts.Collector().add(OneCompany.headcount("1", "2024-01", 8)).collect();

    var months = History.months(facts, Months.parse("2023-12"), Months.parse("2024-01"));

    assertThat(OneCompany.value(months.get(0).values(), "montant_part_ouvriere")).isNaN();
    assertThat(OneCompany.value(months.get(1).values(), "montant_part_ouvriere")).isZero();
    assertThat(OneCompany.value(months.get(1).values(), "effectif")).isEqualTo(8);
    assertThat(OneCompany.value(months.get(1).values(), "dette_par_effectif")).isZero();
    assertThat(OneCompany.value(months.get(1).values(), "ratio_dette")).isNaN();
  }

  @Test
  void sharesOfAQuarterAreExact() {
    // 100 / 3 + 100 / 3 + 100 / 3 is 100 again, whatever the cents.
    var facts = new CompanyFacts.Collector();
    for (var month = 1; month <= 12; month += 3) {
      facts.add(OneCompany.cotisation("2024-%02d".formatted(month), 3, 100));
    }

    var months = History.months(facts.collect(), Months.parse("2024-12"), Months.parse("2024-12"));

    assertThat(OneCompany.value(months.getFirst().values(), "cotisation_moy12m"))
        .isEqualTo(400 / 12.0);
  }

  private static History.Month month(String month) {
    var facts = OneCompany.facts().collect();
    return History.months(facts, Months.parse(month), Months.parse(month)).getFirst();
  }

  private static double value(String month, String name) {
    return OneCompany.value(month(month).values(), name);
  }

  private static String[] cells(String line) {
    return Arrays.stream(line.split("\\|")).map(String::strip).toArray(String[]::new);
  }

  private static void assertValue(String name, double actual, String expected) {
    if (expected.equals("-")) {
      assertThat(actual).as(name).isNaN();
    } else {
      assertThat(actual).as(name).isCloseTo(Double.parseDouble(expected), within(5e-5));
    }
  }
}
