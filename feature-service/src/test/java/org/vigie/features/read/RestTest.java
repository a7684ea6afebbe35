package org.vigie.features.read;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.vigie.features.LogBuilder.knownOn;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.oidc.server.OidcWiremockTestResource;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.kit.http.Tokens;
import org.vigie.schemas.Abstained;
import org.vigie.schemas.AbstentionReason;
import org.vigie.schemas.Causes;
import org.vigie.schemas.CompanyScore;
import org.vigie.schemas.ProcedureState;
import org.vigie.schemas.Profile;

@QuarkusTest
@WithTestResource(OidcWiremockTestResource.class)
@WithTestResource(ServiceResources.class)
class RestTest {

  /// Two companies in the Côte-d'Or, only one of which was ever in alert.
  private static final String ALERTED = "732829320";

  private static final String QUIET = "100000001";

  /// Known by its contributions alone, and once in alert.
  private static final String HIDDEN = "100000002";

  private static final String UNKNOWN = "999999999";

  private static final List<String> URSSAF = List.of("score", "urssaf");
  private static final List<String> SCORE = List.of("score");
  private static final String OPERATOR = Tokens.operator();

  @Inject StoresUnderTest stores;

  @BeforeEach
  void companiesAreKnown() {
    var topology = stores.topology();
    var march = knownOn("2026-03-10");
    var later = knownOn("2026-03-15");
    for (var siren : List.of(ALERTED, QUIET)) {
      topology.send(
          march.record(siren, "sirene", List.of(march.etablissement("00074", "21", true, null))));
      topology.send(
          later.record(siren, "cotisation", List.of(later.cotisation("2026-02", 1, 1200))));
    }
    topology.send(
        later.record(HIDDEN, "cotisation", List.of(later.cotisation("2026-02", 1, 1200))));
    topology.score(score(ALERTED, true));
    topology.score(score(QUIET, false));
    topology.score(score(HIDDEN, true));
  }

  @Test
  void everyOperationButHealthNeedsAToken() {
    for (var path :
        List.of("/companies/1/features", "/companies/1/history", "/catalogue", "/export")) {
      given().get(path).then().statusCode(401);
    }
    given().get("/q/health/live").then().statusCode(not(401));
  }

  @Test
  void figuresOfUrssafOpenWithRightZoneAndAlertTogether() {
    assertThat(opens(ALERTED, URSSAF, "21")).isTrue();
    assertThat(opens(ALERTED, URSSAF, "FR")).isTrue();
    assertThat(opens(QUIET, URSSAF, "21")).isFalse();
    assertThat(opens(ALERTED, URSSAF, "75")).isFalse();
    assertThat(opens(QUIET, URSSAF, "75")).isFalse();
    assertThat(opens(ALERTED, SCORE, "21")).isFalse();
    assertThat(opens(QUIET, SCORE, "21")).isFalse();
    assertThat(opens(ALERTED, SCORE, "75")).isFalse();
    assertThat(opens(QUIET, List.of(), "75")).isFalse();
  }

  @Test
  void aClosedGroupIsMaskedInBothViews() {
    var agent = Tokens.agent(SCORE, List.of("21"));

    get(agent, "/companies/" + ALERTED + "/features")
        .statusCode(200)
        .body("masked.dette_urssaf", equalTo("masqué : droit urssaf requis"))
        .body("values", hasKey("etablissements_actifs"));
    get(agent, "/companies/" + ALERTED + "/history?from=2026-01&to=2026-02")
        .statusCode(200)
        .body("masked.dette_urssaf", equalTo("masqué : droit urssaf requis"))
        .body("months", hasSize(2))
        .body("months[1]", not(hasKey("cotisation")))
        .body("months[1].procedure", equalTo("In bonis"));
  }

  @Test
  void theOperatorSeesEverySection() {
    get(OPERATOR, "/companies/" + QUIET + "/features")
        .statusCode(200)
        .body("$", not(hasKey("masked")))
        .body("values.cotisation", equalTo(1200f));
  }

  @Test
  void aCompanyOfClosedFactsAnswersAsOneThatNobodyKnows() {
    var agent = Tokens.agent(SCORE, List.of("FR"));
    for (var view : List.of("/features", "/history", "/history?from=yesterday")) {
      var unknown = get(agent, "/companies/" + UNKNOWN + view).statusCode(404).extract();
      var hidden = get(agent, "/companies/" + HIDDEN + view).statusCode(404).extract();

      assertThat(hidden.body().asString()).isEqualTo(unknown.body().asString());
    }
    get(OPERATOR, "/companies/" + HIDDEN + "/features").statusCode(200);
    get(Tokens.agent(URSSAF, List.of("FR")), "/companies/" + HIDDEN + "/features").statusCode(200);
  }

  @Test
  void theAsOfDayDoesNotMoveWithClosedFacts() {
    get(Tokens.agent(SCORE, List.of("21")), "/companies/" + ALERTED + "/features")
        .body("asOf", equalTo("2026-03-10"));
    get(Tokens.agent(URSSAF, List.of("21")), "/companies/" + ALERTED + "/features")
        .body("asOf", equalTo("2026-03-15"));
  }

  @Test
  void theDayOfTheScoredVectorStandsBesideThatOfTheAnswerWhereTheScoreIsOpen() {
    get(OPERATOR, "/companies/" + QUIET + "/features")
        .body("asOf", equalTo("2026-03-15"))
        .body("scoredAsOf", equalTo("2026-03-12"));
    get(Tokens.agent(SCORE, List.of("21")), "/companies/" + ALERTED + "/features")
        .body("asOf", equalTo("2026-03-10"))
        .body("scoredAsOf", equalTo("2026-03-12"));
    for (var agent :
        List.of(
            Tokens.agent(List.of("urssaf"), List.of("21")), Tokens.agent(SCORE, List.of("75")))) {
      get(agent, "/companies/" + ALERTED + "/features").body("$", not(hasKey("scoredAsOf")));
    }
  }

  @Test
  void whatIsNoRangeIsABadRequest() {
    for (var range :
        List.of(
            "from=-0001-05", "to=yesterday", "from=%2B999999999-01", "from=2026-02&to=2026-01")) {
      get(OPERATOR, "/companies/" + ALERTED + "/history?" + range)
          .statusCode(400)
          .contentType("application/problem+json")
          .body("status", equalTo(400));
    }
    get(OPERATOR, "/companies/" + ALERTED + "/history?to=0000-01").statusCode(200);
    get(OPERATOR, "/export?from=2026-01").statusCode(400);
  }

  @Test
  void theExportIsForTheOperatorAlone() {
    get(Tokens.agent(URSSAF, List.of("FR")), "/export?from=2026-01&to=2026-02").statusCode(403);
  }

  private static boolean opens(String siren, List<String> rights, String zone) {
    var answer =
        get(Tokens.agent(rights, List.of(zone)), "/companies/" + siren + "/features")
            .statusCode(200)
            .extract()
            .jsonPath();
    return answer.getMap("values").containsKey("cotisation");
  }

  private static ValidatableResponse get(String token, String path) {
    return given().auth().oauth2(token).urlEncodingEnabled(false).get(path).then();
  }

  @SuppressWarnings("NullAway") // Avro's builder takes null where the schema says so.
  private static CompanyScore score(String siren, boolean everInAlert) {
    var profile =
        Profile.newBuilder()
            .setDepartements(List.of())
            .setProcedure(ProcedureState.IN_BONIS)
            .setCeased(false)
            .build();
    return CompanyScore.newBuilder()
        .setSiren(siren)
        .setAsOf(LocalDate.parse("2026-03-12"))
        .setOutcome(new Abstained(AbstentionReason.TROP_PEU_CONNU))
        .setEverInAlert(everInAlert)
        .setProfile(profile)
        .setCauses(new Causes(List.of(), 0))
        .build();
  }
}
