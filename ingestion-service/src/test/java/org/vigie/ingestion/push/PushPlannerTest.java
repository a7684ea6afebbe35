package org.vigie.ingestion.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.ingestion.delivery.Source;
import org.vigie.ingestion.push.PushPlan.Invalid;
import org.vigie.ingestion.push.PushPlan.Publish;
import org.vigie.kit.http.ProblemException;
import org.vigie.schemas.Fact;

class PushPlannerTest {

  private static final Instant NOW = Instant.parse("2026-08-01T10:00:00Z");
  private static final PushInstant PUSHED = new PushInstant(NOW, true);
  private static final PushInstant ON_A_FRESH_LOG = new PushInstant(NOW, false);
  private static final String FACT =
      "{'Siret':'00790100200019','periode':1022,'enc_direct':4.50,'cotis_due':'4,5'}";

  @Test
  void aPushedFactIsWhatTheSameRowOfAFileIs() {
    var plan = (Publish) plan("[" + FACT + "]", PUSHED);
    var fact = plan.records().getFirst().facts().getFirst();
    assertThat(fact.getKey()).isEqualTo("00790100200019||24124+1|450|450");
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
    var plan = (Publish) plan("[" + FACT.replace("}", ",'knownAt':'" + text + "'}") + "]", PUSHED);
    assertThat(plan.records().getFirst().facts().getFirst().getKnownAt()).isEqualTo(knownAt);
  }

  @Test
  void knownAtIsNotLaterThanThePush() {
    var later = FACT.replace("}", ",'knownAt':'2026-08-02'}");
    isLate(1, plan("[" + FACT + "," + later + "]", PUSHED));
  }

  @Test
  void knownAtIsNotLaterThanThePushOnAFreshLog() {
    var later = FACT.replace("}", ",'knownAt':'2026-08-01T10:00:01Z'}");
    isLate(0, plan("[" + later + "]", ON_A_FRESH_LOG));
  }

  private static void isLate(int index, PushPlan plan) {
    assertThat(plan)
        .isInstanceOfSatisfying(
            Invalid.class,
            invalid -> {
              assertThat(invalid.index()).isEqualTo(index);
              assertThat(invalid.field()).isEqualTo("knownAt");
              assertThat(invalid.rule())
                  .contains("not later than the push")
                  .contains(NOW.toString());
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
    assertThat(plan("[" + outside + "]", ON_A_FRESH_LOG))
        .isInstanceOfSatisfying(
            Invalid.class,
            invalid -> {
              assertThat(invalid.field()).isEqualTo("knownAt");
              assertThat(invalid.rule()).isEqualTo("lies in the years 1900 to 2199");
            });
  }

  @Test
  void withoutAnOpenDayEachFactNamesItsOwn() {
    assertThat(plan("[" + FACT + "]", ON_A_FRESH_LOG)).isInstanceOf(Invalid.class);
    var dated = FACT.replace("}", ",'knownAt':'2026-08-01'}");
    assertThat(plan("[" + dated + "]", ON_A_FRESH_LOG)).isInstanceOf(Publish.class);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-08-01T10:00:00Z,false",
    "2025-07-01T10:00:00Z,false",
    "2025-07-01T09:59:59Z,true",
    "2025-07-01,true",
    "1999-01-01,true"
  })
  void aFactKnownMoreThan13MonthsBeforeThePushIsDeclared(String knownAt, boolean declared) {
    var fact = FACT.replace("}", ",'knownAt':'" + knownAt + "'}");
    var plan = (Publish) plan("[" + fact + "," + FACT.replace("1022", "1023") + "]", PUSHED);
    assertThat(plan.records().getFirst().facts())
        .extracting(Fact::getDeclared)
        .containsExactly(declared, false);
  }

  @Test
  void aMissingFieldIsNamed() {
    assertThat(plan("[{'siret':'00790100200019'}]", PUSHED))
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
    assertThatThrownBy(() -> plan(body, PUSHED)).isInstanceOf(ProblemException.class);
  }

  private static PushPlan plan(String body, PushInstant instant) {
    var json = body.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    return new PushPlanner(Source.COTISATION, "d1", instant)
        .plan(new PushReader(PushBody.of(json)));
  }
}
