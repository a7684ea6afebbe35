package org.vigie.features.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.features.compute.FeatureCatalogue;
import org.vigie.features.compute.History;
import org.vigie.features.compute.VectorAsOf;
import org.vigie.features.facts.CompanyFacts;
import org.vigie.features.facts.CotisationLine;
import org.vigie.features.facts.DebtOperation;
import org.vigie.features.facts.EtablissementState;
import org.vigie.features.facts.Months;
import org.vigie.kit.traces.ReadingLog;
import org.vigie.schemas.access.Reader;

/// What each reader sees: all eight cases of zone, alert and right, and the operator.
class AnswersTest {

  private static final String SIREN = "732829320";
  private static final LocalDate DAY = LocalDate.parse("2024-08-05");
  private static final CompanyFacts FACTS =
      new CompanyFacts.Collector()
          .add(new CotisationLine(Months.parse("2024-07"), 1, 337_601))
          .add(new DebtOperation("A", 1, LocalDate.parse("2024-07-02"), 10_005, 0))
          .add(new EtablissementState("73282932000074", true, "21", null, null))
          .collect();

  @Test
  void figuresOfUrssafOpenWithRightZoneAndAlertTogether() {
    assertThat(opensUrssaf(List.of("urssaf"), "21", true)).isTrue();
    assertThat(opensUrssaf(List.of("urssaf"), "FR", true)).isTrue();
    assertThat(opensUrssaf(List.of("urssaf"), "21", false)).isFalse();
    assertThat(opensUrssaf(List.of("urssaf"), "75", true)).isFalse();
    assertThat(opensUrssaf(List.of("urssaf"), "75", false)).isFalse();
    assertThat(opensUrssaf(List.of("score"), "21", true)).isFalse();
    assertThat(opensUrssaf(List.of("score"), "21", false)).isFalse();
    assertThat(opensUrssaf(List.of("score"), "75", true)).isFalse();
    assertThat(opensUrssaf(List.of(), "75", false)).isFalse();
  }

  @Test
  void theOperatorSeesEverySection() {
    var operator = Reader.ofClaims("cli", List.of(), List.of(), true);

    assertThat(vector(operator, false).has("masked")).isFalse();
    assertThat(vector(operator, false).at("/values/cotisation").doubleValue()).isEqualTo(3376.01);
  }

  @Test
  void aClosedGroupIsNamedAndItsValuesAreLeftOut() {
    var agent = Reader.ofClaims("agent", List.of("score"), List.of("21"), false);

    var answer = vector(agent, true);

    assertThat(answer.at("/masked/dette_urssaf").textValue())
        .isEqualTo("masqué : droit urssaf requis");
    assertThat(answer.get("values").has("cotisation")).isFalse();
    assertThat(answer.get("values").has("effectif")).isTrue();
    assertThat(answer.at("/values/effectif").isNull()).isTrue();
  }

  @Test
  void anOpenGroupIsTracedWithReaderAndGroundAndAMaskedOneIsNot(@TempDir Path directory)
      throws IOException {
    var file = directory.resolve("readings.log");
    var holdsUrssaf = Reader.ofClaims("agent", List.of("urssaf"), List.of("21"), false);
    var holdsNothing = Reader.ofClaims("other", List.of(), List.of("21"), false);

    try (var log = ReadingLog.open(file, Clock.systemUTC())) {
      for (var reader : List.of(holdsUrssaf, holdsNothing, operator())) {
        log.record(OpenGroups.of(reader, FACTS, true).readings(reader, "features", SIREN));
      }
    }

    var read = "\"what\":\"features/dette_urssaf\",\"siren\":\"" + SIREN + "\"";
    assertThat(Files.readAllLines(file))
        .satisfiesExactly(
            line ->
                assertThat(line)
                    .contains("\"reader\":\"agent\"," + read)
                    .contains("\"ground\":\"ZONE_AND_ALERT\",\"inZone\":true"),
            line ->
                assertThat(line)
                    .contains("\"reader\":\"cli\"," + read)
                    .contains("\"ground\":\"OPERATOR\",\"inZone\":false"));
  }

  @Test
  void aVectorNamesItsDayAndCatalogue() {
    var answer = vector(operator(), true);

    assertThat(answer.get("siren").textValue()).isEqualTo(SIREN);
    assertThat(answer.get("asOf").textValue()).isEqualTo("2024-08-05");
    assertThat(answer.get("catalogue").textValue()).isEqualTo(FeatureCatalogue.VERSION);
    assertThat(answer.get("values")).hasSize(FeatureCatalogue.FEATURES.size());
  }

  @Test
  void aHistoryHasEveryMonthOfTheRangeAndNullForTheUnknown() {
    var months = History.months(FACTS, Months.parse("2024-06"), Months.parse("2024-08"));
    var groups = OpenGroups.of(operator(), FACTS, false);

    var answer = json(Answers.history(SIREN, months, groups));

    assertThat(answer.get("months")).hasSize(3);
    assertThat(answer.at("/months/0/month").textValue()).isEqualTo("2024-06");
    assertThat(answer.at("/months/0/montant_part_ouvriere").isNull()).isTrue();
    assertThat(answer.at("/months/1/montant_part_ouvriere").toString()).isEqualTo("100.05");
    assertThat(answer.at("/months/1/cotisation").toString()).isEqualTo("3376.01");
    assertThat(answer.at("/months/2/montant_part_ouvriere_past_1").toString()).isEqualTo("100.05");
    assertThat(answer.at("/months/2/tag_debit").isNull()).isTrue();
    assertThat(answer.at("/months/2/procedure").textValue()).isEqualTo("In bonis");
  }

  private static boolean opensUrssaf(List<String> rights, String zone, boolean everInAlert) {
    var reader = Reader.ofClaims("agent", rights, List.of(zone), false);
    return vector(reader, everInAlert).get("values").has("cotisation");
  }

  private static JsonNode vector(Reader reader, boolean everInAlert) {
    var groups = OpenGroups.of(reader, FACTS, everInAlert);
    var company = new Disclosure(SIREN, FACTS, DAY, null, groups);
    return json(Answers.vector(company, VectorAsOf.compute(FACTS, DAY)));
  }

  private static Reader operator() {
    return Reader.ofClaims("cli", List.of(), List.of(), true);
  }

  private static JsonNode json(Object answer) {
    var mapper = new ObjectMapper();
    try {
      return mapper.readTree(mapper.writeValueAsString(answer));
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
