package org.vigie.simulator.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vigie.simulator.calendar.Months;
import org.vigie.simulator.calendar.Timeline;
import org.vigie.simulator.country.Country;
import org.vigie.simulator.registers.EffectifRow;

class EffectifFormatTest {

  private static final Timeline TIMELINE = new Timeline(12);
  private static final EffectifFormat FORMAT = new EffectifFormat(TIMELINE);
  private static final int MARCH_2025 = Months.of(2025, 3);

  @Test
  void theFirstDeliveryHasThirtySixMonths() {
    assertThat(FORMAT.header(0))
        .startsWith("compte", "siret", "rais_soc", "ape_ins", "dep", "eff202221")
        .endsWith("eff202513", "base", "UR_EMET")
        .hasSize(5 + 36 + 2);
  }

  @Test
  void theNextOneEndsWithTheQuarterAfter() {
    assertThat(FORMAT.header(3)).contains("eff202523").doesNotContain("eff202531");
  }

  @Test
  void thousandsAreSetApartByAnyOfThreeSpaces() {
    var country = new Country(1, TIMELINE);
    var cells =
        IntStream.range(0, 3)
            .mapToObj(country::company)
            .map(
                company ->
                    new EffectifRow(
                        TIMELINE.delivery(0),
                        company,
                        company.headquarters().account(),
                        company.headquarters().premises().getFirst(),
                        new TreeMap<>(Map.of(MARCH_2025, 1234))))
            .map(row -> FORMAT.fields(row, 0))
            .map(fields -> fields.get(FORMAT.header(0).indexOf("eff202513")));
    assertThat(cells).containsExactlyInAnyOrder("1 234", "1\u00a0234", "1\u202f234");
  }

  @Test
  void aMonthWithoutNewsIsEmpty() {
    var company = new Country(1, TIMELINE).company(0);
    var row =
        new EffectifRow(
            TIMELINE.delivery(0),
            company,
            company.headquarters().account(),
            company.headquarters().premises().getFirst(),
            new TreeMap<>(Map.of(MARCH_2025, 0)));
    var fields = FORMAT.fields(row, 0);
    assertThat(fields).hasSameSizeAs(FORMAT.header(0));
    assertThat(fields.get(FORMAT.header(0).indexOf("eff202513"))).isEqualTo("0");
    assertThat(fields.get(FORMAT.header(0).indexOf("eff202512"))).isEmpty();
  }
}
