package org.vigie.ingestion.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.ingestion.answer.ProblemException;
import org.vigie.ingestion.delivery.Source;
import org.vigie.ingestion.push.PushPlan.Invalid;
import org.vigie.ingestion.push.PushPlan.Publish;

class PushPlannerTest {

  private static final Instant NOW = Instant.parse("2026-08-01T10:00:00Z");
  private static final String FACT =
      "{'Siret':'00000000000000','periode':1022,'enc_direct':4.50,'cotis_due':'4,5'}";

  @Test
  void aPushedFactIsWhatTheSameRowOfAFileIs() {
    var plan = (Publish) plan("[" + FACT + "]", NOW);
    var fact = plan.records().getFirst().facts().getFirst();
    assertThat(fact.getKey()).isEqualTo("00000000000000||24124+1|450|450");
    assertThat(fact.getPlace()).isEqualTo(1);
    assertThat(fact.getKnownAt()).isEqualTo(NOW);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-07-31,2026-07-30T22:00:00Z",
    "2026-07-31T12:00:00Z,2026-07-31T12:00:00Z",
    "2026-07-31T12:00:00+02:00,2026-07-31T10:00:00Z"
  })
  void aFactMayHaveItsOwnKnownAt(String text, Instant knownAt) {
    var plan = (Publish) plan("[" + FACT.replace("}", ",'knownAt':'" + text + "'}") + "]", NOW);
    assertThat(plan.records().getFirst().facts().getFirst().getKnownAt()).isEqualTo(knownAt);
  }

  @Test
  void knownAtIsNotLaterThanThePush() {
    var later = FACT.replace("}", ",'knownAt':'2026-08-02'}");
    assertThat(plan("[" + FACT + "," + later + "]", NOW))
        .isInstanceOfSatisfying(
            Invalid.class,
            invalid -> {
              assertThat(invalid.index()).isEqualTo(1);
              assertThat(invalid.field()).isEqualTo("knownAt");
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-10000-01-01T00:00:00Z",
        "1899-12-31T23:50:00+00:09",
        "+999999999-12-31T23:59:59-18:00",
        "-999999999-01-01",
        "2200-01-01"
      })
  void knownAtLiesInTheEra(String text) {
    var outside = FACT.replace("}", ",'knownAt':'" + text + "'}");
    assertThat(plan("[" + outside + "]", null))
        .isInstanceOfSatisfying(
            Invalid.class,
            invalid -> {
              assertThat(invalid.field()).isEqualTo("knownAt");
              assertThat(invalid.rule()).isEqualTo("lies in the years 1900 to 2199");
            });
  }

  @Test
  void withoutAnOpenDayEachFactNamesItsOwn() {
    assertThat(plan("[" + FACT + "]", null)).isInstanceOf(Invalid.class);
    var dated = FACT.replace("}", ",'knownAt':'2026-08-02'}");
    assertThat(plan("[" + dated + "]", null)).isInstanceOf(Publish.class);
  }

  @Test
  void aMissingFieldIsNamed() {
    assertThat(plan("[{'siret':'00000000000000'}]", NOW))
        .isEqualTo(new Invalid(0, "periode", "", "is required"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "{}",
        "[1]",
        "[{'siret':[1]}]",
        "[{'siret':'1','SIRET':'2'}]",
        "[",
        "[] x",
        "[{'siret':'1','knownAt':'soon'}]",
        "[{'siret':'a\\u0000'}]"
      })
  void aBodyThatIsNoArrayOfFactsIsAProblem(String body) {
    assertThatThrownBy(() -> plan(body, NOW)).isInstanceOf(ProblemException.class);
  }

  private static PushPlan plan(String body, @Nullable Instant now) {
    var json = body.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    return new PushPlanner(Source.COTISATION, "d1", now).plan(PushReader.read(json));
  }
}
