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
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.ingestion.delivery.KnownAt;
import org.vigie.ingestion.delivery.Paris;
import org.vigie.ingestion.delivery.Source;
import org.vigie.ingestion.parse.Outcome.Filtered;
import org.vigie.schemas.Effectif;
import org.vigie.schemas.EffectifCell;

class EffectifParserTest {

  private static final String HEADER =
      "compte;siret;rais_soc;eff202613;eff202611;eff202612;base;UR_EMET";
  private static final int JANUARY = 2026 * 12;

  @Test
  void aRowIsOneFactWithACellForEachMonthThatHasAValue() {
    var row = parsed(parse("C1;00790100200019;X;0;12;;106;917", DELIVERED));
    var body = (Effectif) row.versions().getFirst().body().record();

    assertThat(row.key()).isEqualTo("00790100200019|C1");
    assertThat(row.versions().getFirst().occurredAt()).isEqualTo("2026-03-01");
    assertThat(body.getCells())
        .containsExactly(
            new EffectifCell(JANUARY, 12, DELIVERED.instant()),
            new EffectifCell(JANUARY + 2, 0, DELIVERED.instant()));
  }

  @Test
  void inHistoryEachMonthIsKnownAtTheEndOfTheThirdMonthAfterIt() {
    var row = parsed(parse("C1;00790100200019;X;13;12;14;106;917", HISTORY));
    var body = (Effectif) row.versions().getFirst().body().record();

    assertThat(body.getCells())
        .extracting(EffectifCell::getKnownAt)
        .containsExactly(day("2026-04-30"), day("2026-05-31"), day("2026-06-30"));
    assertThat(row.versions().getFirst().knownAt()).isEqualTo(day("2026-06-30"));
  }

  @ParameterizedTest
  @CsvSource({
    "1 234,1234",
    "1\u00A0234,1234",
    "1\u202F234\u202F567,1234567",
    "0,0",
    "007,7",
    "25.0,25",
    "\u00A025\u202F,25",
    "9 999 999,9999999"
  })
  void spacesBetweenDigitsSetThousandsApart(String cell, int headcount) {
    var row = parsed(parse("C1;00790100200019;X;" + cell + ";;;106;917", DELIVERED));
    var body = (Effectif) row.versions().getFirst().body().record();
    assertThat(body.getCells().getFirst().getHeadcount()).isEqualTo(headcount);
  }

  @ParameterizedTest
  @ValueSource(strings = {"12.5", "12,5", "1.000", "-3", "n/a", "10 000 000", "1234567890"})
  void anythingElseThanDigitsRejectsTheRow(String cell) {
    var rejection = rejected(parse("C1;00790100200019;X;12;" + cell + ";;106;917", DELIVERED));
    assertThat(rejection.column()).isEqualTo("eff202611");
    assertThat(rejection.value()).isEqualTo(cell);
  }

  @Test
  void aHeadcountOfTwoThousandGroupsOfDigitsIsOneRejectedRow() {
    var cell = "1 234".repeat(2_000);
    assertThat(rejected(parse("C1;00790100200019;X;" + cell + ";;;106;917", DELIVERED)).column())
        .isEqualTo("eff202613");
  }

  @Test
  void aRowWithoutAnyHeadcountSaysNothing() {
    assertThat(parse("C1;00790100200019;X;NaN;\u00A0;;106;917", DELIVERED))
        .isInstanceOf(Filtered.class);
  }

  @Test
  void onlyColumnsOfOneMonthAreHeadcounts() {
    assertThat(Columns.of(java.util.List.of("EFF202611")).hasMonths()).isTrue();
    assertThat(
            Columns.of(java.util.List.of("eff202610", "eff202662", "eff2026", "effectif", "eff"))
                .hasMonths())
        .isFalse();
  }

  private static java.time.Instant day(String day) {
    return Paris.startOf(LocalDate.parse(day));
  }

  private static Outcome parse(String row, KnownAt knownAt) {
    return Rows.parse(Source.EFFECTIF, HEADER, row, knownAt);
  }
}
