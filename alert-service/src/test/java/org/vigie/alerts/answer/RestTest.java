package org.vigie.alerts.answer;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.both;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.oidc.server.OidcWiremockTestResource;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.alerts.Samples;
import org.vigie.alerts.subscribe.Subscription;
import org.vigie.kit.http.Tokens;
import org.vigie.kit.traces.ReadingChain;

@QuarkusTest
@WithTestResource(OidcWiremockTestResource.class)
@WithTestResource(ServiceResources.class)
class RestTest {

  private static final List<String> ALL_RIGHTS = List.of("bdf", "dgefp", "pge", "score", "urssaf");
  private static final List<String> FRANCE = List.of("FR");
  private static final String DREETS = Tokens.administration("dreets-hdf", ALL_RIGHTS, FRANCE);
  private static final String URSSAF = Tokens.administration("urssaf-idf", ALL_RIGHTS, FRANCE);
  private static final String OPERATOR = Tokens.operator();

  @Inject DataSource database;
  @Inject ObjectMapper json;

  @Inject
  @ConfigProperty(name = "vigie.data-dir")
  Path dataDirectory;

  @BeforeEach
  void nothingStands() throws SQLException {
    execute("TRUNCATE alert, standing, outbox, barrier_passed, subscription_version, subscription");
    execute("UPDATE consumer_position SET position = 0");
  }

  @Test
  void everyOperationButHealthNeedsAToken() {
    for (var path :
        List.of("/subscriptions", "/alerts", "/alerts/x", "/barriers/x", "/positions")) {
      given().get(path).then().statusCode(401);
    }
    given().get("/q/health/live").then().statusCode(200);
  }

  @Test
  void aSubscriptionTakesItsRightsAndZonesFromTheToken() {
    var token = Tokens.administration("dreets-hdf", List.of("score"), List.of("59", "62"));
    subscribe(token, Map.of("name", "veille", "departements", List.of("59")))
        .statusCode(201)
        .body("id", equalTo(Subscription.idOf("dreets-hdf", "veille")))
        .body("administration", equalTo("dreets-hdf"))
        .body("version", equalTo(1))
        .body("horizon", equalTo(18))
        .body("level", equalTo("modéré"))
        .body("departements", contains("59"))
        .body("rights", contains("score"))
        .body("zones", contains("59", "62"));
  }

  @Test
  void theSameSubscriptionAgainChangesNothing() {
    subscribe(DREETS, Map.of("name", "veille", "level", "eleve")).statusCode(201);
    subscribe(DREETS, Map.of("name", "veille", "level", "eleve"))
        .statusCode(200)
        .body("version", equalTo(1));
  }

  @Test
  void anotherContentMakesANewVersionFromThePositionsOfTheMoment() throws SQLException {
    subscribe(DREETS, Map.of("name", "veille")).statusCode(201);
    execute("UPDATE consumer_position SET position = 42 WHERE partition = 5");
    subscribe(DREETS, Map.of("name", "veille", "threshold", 0.2, "horizon", 12))
        .statusCode(200)
        .body("version", equalTo(2))
        .body("threshold", equalTo(0.2f))
        .body("$", not(hasKey("level")));

    assertThat(text("SELECT starts FROM subscription_version WHERE version = 2"))
        .isEqualTo("{0,0,0,0,0,42,0,0,0,0,0,0}");
  }

  @Test
  void aRefusedSubscriptionNamesFieldValueAndRule() {
    subscribe(DREETS, Map.of("name", "veille", "horizon", 6))
        .statusCode(422)
        .contentType("application/problem+json")
        .body("field", equalTo("horizon"))
        .body("value", equalTo("6"))
        .body("rule", equalTo("12, 18 or 24 months"));
    subscribe(DREETS, Map.of("name", " ")).statusCode(422).body("field", equalTo("name"));
    subscribe(DREETS, Map.of("name", "a", "level", "aucun"))
        .statusCode(422)
        .body("field", equalTo("level"));
    subscribe(DREETS, Map.of("name", "a", "threshold", 1))
        .statusCode(422)
        .body("field", equalTo("threshold"));
    subscribe(DREETS, Map.of("name", "a", "threshold", 0.2, "level", "eleve"))
        .statusCode(422)
        .body("field", equalTo("threshold"));
  }

  @Test
  void aDepartementOutsideTheZoneIsRefused() {
    var token = Tokens.administration("dreets-hdf", ALL_RIGHTS, List.of("59"));
    subscribe(token, Map.of("name", "veille", "departements", List.of("59", "13")))
        .statusCode(422)
        .body("field", equalTo("departements"))
        .body("value", equalTo("13"));
  }

  @Test
  void anAdministrationHasAtMost200SubscriptionsInForceAndMayChangeAndEndThem()
      throws SQLException {
    subscribe(DREETS, Map.of("name", "veille")).statusCode(201);
    execute(
        "INSERT INTO subscription SELECT 's' || i, 'dreets-hdf', 's' || i"
            + " FROM generate_series(1, 199) AS i");
    execute(
        "INSERT INTO subscription_version SELECT 's' || i, version, horizon, level, threshold,"
            + " departements, rights, zones, starts, ended"
            + " FROM subscription_version, generate_series(1, 199) AS i");

    subscribe(DREETS, Map.of("name", "one more"))
        .statusCode(409)
        .contentType("application/problem+json")
        .body("detail", containsString("at most 200 subscriptions in force"));
    subscribe(URSSAF, Map.of("name", "one more")).statusCode(201);
    subscribe(DREETS, Map.of("name", "veille", "level", "eleve")).statusCode(200);
    as(DREETS)
        .delete("/subscriptions/" + Subscription.idOf("dreets-hdf", "veille"))
        .then()
        .statusCode(204);
    subscribe(DREETS, Map.of("name", "one more")).statusCode(201);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "null",
        "\"x\"",
        "{\"name\":\"a\",\"threshold\":1e999999999}",
        "{\"name\":\"a\",\"threshold\":-1e-999999999}",
        "{\"name\":\"a\",\"horizon\":1e999999999}",
        "{\"name\":\"a\",\"horizon\":99999999999999}",
        "{\"name\":\"a\",\"departements\":[null]}",
        "{\"name\":\"a\",\"departements\":[[\"59\"]]}",
        "{\"name\":{\"a\":1}}",
        "{\"name\":\"\\u0000\"}"
      })
  void aBodyThatIsNoSubscriptionIsRefused(String body) {
    post(body).statusCode(both(greaterThanOrEqualTo(400)).and(lessThan(500)));
  }

  // Deeper than the parser goes, and no deeper: who tests prints it with its indents.
  @Test
  void aBodyOfAnyDepthIsRefused() {
    post("[".repeat(1_100)).statusCode(400);
    post("{\"name\":" + "{\"a\":".repeat(1_100) + "1" + "}".repeat(1_101)).statusCode(400);
  }

  private static ValidatableResponse post(String body) {
    return as(DREETS).contentType(ContentType.JSON).body(body).post("/subscriptions").then();
  }

  @Test
  void aBodyLargerThanAnySubscriptionIsRefused() {
    subscribe(DREETS, Map.of("name", "a", "departements", List.of("9".repeat(100_000))))
        .statusCode(413);
  }

  @Test
  void withoutTheRightScoreNobodySubscribes() {
    var token = Tokens.administration("dgfip", List.of("urssaf"), FRANCE);
    subscribe(token, Map.of("name", "veille")).statusCode(403);
  }

  @Test
  void whoNamesNoAdministrationDoesNotSubscribe() {
    subscribe(OPERATOR, Map.of("name", "veille")).statusCode(403);
  }

  @Test
  void anAgentReadsTheSubscriptionsOfItsAdministrationAndWritesNone() {
    subscribe(DREETS, Map.of("name", "veille")).statusCode(201);
    var agent = Tokens.agent("dreets-hdf", List.of("score"), List.of("59"));

    subscribe(agent, Map.of("name", "veille"))
        .statusCode(403)
        .contentType("application/problem+json");
    as(agent)
        .delete("/subscriptions/" + Subscription.idOf("dreets-hdf", "veille"))
        .then()
        .statusCode(403)
        .contentType("application/problem+json");
    as(agent).get("/subscriptions").then().body("version", contains(1));
  }

  @Test
  void otherRightsOrZonesOfTheTokenMakeANewVersionOfTheSameTerms() {
    subscribe(DREETS, Map.of("name", "veille")).statusCode(201);
    var narrower = Tokens.administration("dreets-hdf", List.of("score"), FRANCE);
    var elsewhere = Tokens.administration("dreets-hdf", List.of("score"), List.of("59"));

    subscribe(narrower, Map.of("name", "veille"))
        .statusCode(200)
        .body("version", equalTo(2))
        .body("rights", contains("score"));
    subscribe(elsewhere, Map.of("name", "veille"))
        .statusCode(200)
        .body("version", equalTo(3))
        .body("zones", contains("59"));
  }

  @Test
  void brokenJsonIsABadRequest() {
    as(DREETS)
        .contentType(ContentType.JSON)
        .body("{\"name\":")
        .post("/subscriptions")
        .then()
        .statusCode(400);
  }

  @Test
  void oneSeesOnesOwnSubscriptionsAndTheOperatorAll() {
    subscribe(DREETS, Map.of("name", "veille")).statusCode(201);
    subscribe(URSSAF, Map.of("name", "veille")).statusCode(201);

    as(DREETS).get("/subscriptions").then().body("administration", contains("dreets-hdf"));
    as(OPERATOR)
        .get("/subscriptions")
        .then()
        .body("administration", contains("dreets-hdf", "urssaf-idf"));
  }

  @Test
  void anEndedSubscriptionIsGoneAndMayBeginAgain() {
    subscribe(DREETS, Map.of("name", "veille")).statusCode(201);
    var id = Subscription.idOf("dreets-hdf", "veille");

    as(DREETS).delete("/subscriptions/" + id).then().statusCode(204);
    as(DREETS).get("/subscriptions").then().body("$", hasSize(0));
    as(DREETS).delete("/subscriptions/" + id).then().statusCode(404);
    subscribe(DREETS, Map.of("name", "veille")).statusCode(200).body("version", equalTo(3));
  }

  @Test
  void anothersSubscriptionAndNoneAtAllAreTheSame404() {
    subscribe(DREETS, Map.of("name", "veille")).statusCode(201);
    var others = Subscription.idOf("dreets-hdf", "veille");

    assertThat(as(URSSAF).delete("/subscriptions/" + others).asString())
        .isEqualTo(as(URSSAF).delete("/subscriptions/none").asString())
        .contains("\"status\":404");
  }

  @Test
  void anAdministrationReadsItsAlertsWithFrenchLabels() {
    subscribe(DREETS, Map.of("name", "veille")).statusCode(201);
    crossings();

    as(DREETS)
        .get("/alerts")
        .then()
        .statusCode(200)
        .body("$", hasSize(2))
        .body("asOf", contains("2026-03-01", "2026-02-01"))
        .body("state", contains("amélioration", "nouvelle"))
        .body("level", contains("modéré", "élevé"))
        .body("[1].administration", equalTo("dreets-hdf"))
        .body("[1].siren", equalTo(Samples.SIREN))
        .body("[1].name", equalTo("ACIERIES DU NORD"))
        .body("[1].horizon", equalTo(18))
        .body("[1].after.p18", equalTo(0.4f))
        .body("[1].before", nullValue())
        .body("[1].contributions.dette_urssaf", equalTo(-1.5f))
        .body("[1].causes.facts.source", contains("debit", "effectif"))
        .body("[1].masked", equalTo(Map.of()));
    as(DREETS).get("/alerts?limit=1").then().body("$", hasSize(1));
  }

  @Test
  void anothersAlertAndNoneAtAllAreTheSame404() {
    subscribe(DREETS, Map.of("name", "veille")).statusCode(201);
    crossings();
    String id = as(OPERATOR).get("/alerts").path("[0].id");

    as(DREETS).get("/alerts/" + id).then().statusCode(200).body("id", equalTo(id));
    assertThat(as(URSSAF).get("/alerts/" + id).asString())
        .isEqualTo(as(URSSAF).get("/alerts/none").asString())
        .contains("\"status\":404");
    as(URSSAF).get("/alerts").then().body("$", hasSize(0));
    as(URSSAF).get("/alerts?administration=dreets-hdf").then().statusCode(404);
  }

  @Test
  void theOperatorReadsTheAlertsOfAnyAdministration() {
    subscribe(DREETS, Map.of("name", "veille")).statusCode(201);
    subscribe(URSSAF, Map.of("name", "veille")).statusCode(201);
    crossings();

    as(OPERATOR).get("/alerts").then().body("$", hasSize(4));
    as(OPERATOR).get("/alerts?administration=urssaf-idf").then().body("$", hasSize(2));
  }

  @Test
  void anAgentWithFewerRightsReadsTheAlertCutFurther() {
    subscribe(DREETS, Map.of("name", "veille")).statusCode(201);
    crossings();

    as(Tokens.administration("dreets-hdf", List.of("score"), FRANCE))
        .get("/alerts")
        .then()
        .body("[0].causes.facts.source", contains("effectif"))
        .body("[0].masked.dette_urssaf", equalTo("masqué : droit urssaf requis"));
    as(Tokens.administration("dreets-hdf", ALL_RIGHTS, List.of("13")))
        .get("/alerts")
        .then()
        .body("$", hasSize(0));
    as(Tokens.administration("dreets-hdf", List.of("urssaf"), FRANCE))
        .get("/alerts")
        .then()
        .body("$", hasSize(0));
  }

  @Test
  void aListOfManyPagesIsAnsweredWhole() throws SQLException {
    subscribe(DREETS, Map.of("name", "veille")).statusCode(201);
    crossings();
    execute(
        "INSERT INTO alert SELECT 'copy-' || i || id, administration, siren, 100 + i, as_of,"
            + " document FROM alert, generate_series(1, 600) AS i");

    as(OPERATOR).get("/alerts?limit=1000000").then().body("$", hasSize(1202));
    as(DREETS).get("/alerts?limit=1201").then().body("$", hasSize(1201));
  }

  @Test
  void everyAlertThatIsReadIsTracedWithReaderAndGroundAndAClosedOneIsNot() throws IOException {
    subscribe(DREETS, Map.of("name", "veille")).statusCode(201);
    crossings();
    String id = as(OPERATOR).get("/alerts?limit=1").path("[0].id");
    var already = traces().size();

    as(DREETS).get("/alerts").then().body("$", hasSize(2));
    as(OPERATOR).get("/alerts/" + id).then().statusCode(200);
    as(URSSAF).get("/alerts/" + id).then().statusCode(404);
    as(Tokens.administration("dreets-hdf", ALL_RIGHTS, List.of("13")))
        .get("/alerts")
        .then()
        .body("$", hasSize(0));

    var read = "\"what\":\"alert\",\"siren\":\"" + Samples.SIREN + "\"";
    var byDreets =
        "\"reader\":\"dreets-hdf\"," + read + ",\"ground\":\"ZONE_AND_ALERT\",\"inZone\":true";
    var byOperator =
        "\"reader\":\"vigie-cli\"," + read + ",\"ground\":\"OPERATOR\",\"inZone\":false";
    assertThat(traces().stream().skip(already))
        .satisfiesExactly(
            line -> assertThat(line).contains(byDreets),
            line -> assertThat(line).contains(byDreets),
            line -> assertThat(line).contains(byOperator));
    assertThat(ReadingChain.firstBrokenLine(log())).isEmpty();
  }

  @Test
  void aListOfManyPagesIsTracedAsFarAsItIsAnswered() throws Exception {
    subscribe(DREETS, Map.of("name", "veille")).statusCode(201);
    crossings();
    execute(
        "INSERT INTO alert SELECT 'copy-' || i || id, administration, siren, 100 + i, as_of,"
            + " document FROM alert, generate_series(1, 600) AS i");
    var already = traces().size();

    as(DREETS).get("/alerts?limit=777").then().body("$", hasSize(777));

    assertThat(traces()).hasSize(already + 777);
  }

  @Test
  void aLimitOutOfBoundsIsRefused() {
    as(DREETS).get("/alerts?limit=0").then().statusCode(400).body("field", equalTo("limit"));
  }

  @Test
  void theOperatorFollowsBarriersAndPositions() throws SQLException {
    execute("INSERT INTO barrier_passed VALUES ('b1', 0), ('b1', 7)");

    as(OPERATOR)
        .get("/barriers/b1")
        .then()
        .body("barrier", equalTo("b1"))
        .body("partitions", equalTo(12))
        .body("passed", equalTo(2));
    as(OPERATOR).get("/barriers/unknown").then().body("passed", equalTo(0));
    as(OPERATOR)
        .get("/positions")
        .then()
        .body("$", hasSize(12))
        .body("[3].topic", equalTo("company-scores"))
        .body("[3].partition", equalTo(3))
        .body("[3].position", equalTo(0));
    as(DREETS).get("/positions").then().statusCode(403);
  }

  private static ValidatableResponse subscribe(String token, Map<String, ?> request) {
    return as(token).contentType(ContentType.JSON).body(request).post("/subscriptions").then();
  }

  private static RequestSpecification as(String token) {
    return given().auth().oauth2(token);
  }

  private void crossings() {
    Crossings.record(database, json);
  }

  private List<String> traces() throws IOException {
    return Files.readAllLines(log());
  }

  private Path log() {
    return dataDirectory.resolve("readings.log");
  }

  private void execute(String statement) throws SQLException {
    try (var connection = database.getConnection()) {
      connection.createStatement().execute(statement);
    }
  }

  private String text(String query) throws SQLException {
    try (var connection = database.getConnection();
        var rows = connection.createStatement().executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
