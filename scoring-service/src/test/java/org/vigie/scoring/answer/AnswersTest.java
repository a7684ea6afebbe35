package org.vigie.scoring.answer;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.oidc.server.OidcWiremockTestResource;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.vigie.kit.http.Tokens;
import org.vigie.kit.traces.ReadingChain;
import org.vigie.schemas.CompanyScore;
import org.vigie.scoring.Postgres;
import org.vigie.scoring.Scores;
import org.vigie.scoring.readmodel.Arrival;
import org.vigie.scoring.readmodel.ScoreStore;

@QuarkusTest
@QuarkusTestResource(Postgres.class)
@QuarkusTestResource(OidcWiremockTestResource.class)
class AnswersTest {

  private static final int PARTITION = 200;

  @Inject ScoreStore store;

  @Inject
  @ConfigProperty(name = "vigie.data-dir")
  Path dataDirectory;

  @Test
  void anAgentWithTheRightReadsAScoreOfItsZone() {
    publish("200000001", _ -> {});

    agent("59", "score")
        .get("/scores/200000001")
        .then()
        .statusCode(200)
        .body("siren", equalTo("200000001"))
        .body("asOf", equalTo("2026-07-31"))
        .body("p12", equalTo(0.1f))
        .body("p18", equalTo(0.2f))
        .body("p24", equalTo(0.3f))
        .body("level", equalTo("élevé"))
        .body("contributions.dette_urssaf", equalTo(1.5f))
        .body("intercept", equalTo(-2.5f))
        .body("model", equalTo("tiny"))
        .body("previous", nullValue())
        .body("causes", equalTo(List.of(cause("fact-2", "effectif"))))
        .body("masked.dette_urssaf", equalTo("masqué : droit urssaf requis"));
  }

  @Test
  void theOperatorReadsAnAbstentionWithItsReason() {
    publish("200000002", one -> one.setOutcome(Scores.CESSEE));

    operator()
        .get("/scores/200000002")
        .then()
        .statusCode(200)
        .body("", equalTo(Map.of("siren", "200000002", "state", "abstained", "reason", "cessée")));
  }

  @Test
  void closedAbstainedAndAbsentAreOneAndTheSameAnswer() {
    publish("200000003", _ -> {});
    publish("200000004", one -> one.setOutcome(Scores.CESSEE));

    Response closed = agent("33", "score").get("/scores/200000003");
    Response withoutRight = agent("59", "urssaf").get("/scores/200000003");
    Response abstained = agent("59", "score").get("/scores/200000004");
    Response absent = agent("59", "score").get("/scores/200000005");

    closed.then().statusCode(404).contentType("application/problem+json");
    assertThat(List.of(withoutRight, abstained, absent))
        .allSatisfy(
            other -> {
              assertThat(other.asString()).isEqualTo(closed.asString());
              assertThat(other.headers().asList()).isEqualTo(closed.headers().asList());
            });
  }

  @Test
  void aScoreThatIsReadIsTracedWithReaderAndGroundAndAClosedOneIsNot() throws IOException {
    publish("200000006", _ -> {});
    var log = dataDirectory.resolve("readings.log");
    var already = Files.readAllLines(log).size();

    agent("59", "score").get("/scores/200000006").then().statusCode(200);
    agent("33", "score").get("/scores/200000006").then().statusCode(404);
    operator().get("/scores/200000006").then().statusCode(200);

    assertThat(Files.readAllLines(log).stream().skip(already))
        .satisfiesExactly(
            line ->
                assertThat(line)
                    .contains(
                        "\"reader\":\"agent\",\"what\":\"score\",\"siren\":\"200000006\"",
                        "\"ground\":\"ZONE_AND_ALERT\",\"inZone\":true"),
            line -> assertThat(line).contains("\"ground\":\"OPERATOR\",\"inZone\":false"));
    assertThat(ReadingChain.firstBrokenLine(log)).isEmpty();
  }

  @Test
  void withoutATokenNothingIsRead() {
    given().get("/scores/200000001").then().statusCode(401);
    given().get("/models").then().statusCode(401);
    given().get("/whatever/comes/next").then().statusCode(401);
  }

  @Test
  void modelsAreListedAsTheyWereRead() {
    operator()
        .get("/models")
        .then()
        .statusCode(200)
        .body("version", hasItem("tiny"))
        .body("find { it.version == 'tiny' }.state", equalTo("loaded"))
        .body("find { it.version == 'tiny' }.catalogue", equalTo("1-20d906b6"));
  }

  @Test
  void oneModelIsAnsweredByItsVersionAndAPathNamesNone() {
    operator()
        .get("/models/tiny")
        .then()
        .statusCode(200)
        .body("state", equalTo("loaded"))
        .body("reasons", equalTo(List.of()));
    for (var none : List.of("none", "..%2F..%2Fetc%2Fpasswd", "%2e%2e", "tiny%00")) {
      operator().urlEncodingEnabled(false).get("/models/" + none).then().statusCode(404);
    }
    given().get("/models/tiny").then().statusCode(401);
  }

  @Test
  void theServiceSaysThatItIsNotReadyWithoutABroker() {
    given().get("/q/health/ready").then().statusCode(503);
  }

  @Test
  void theInterfaceIsDescribed() {
    String description = operator().get("/q/openapi").asString();

    assertThat(description).contains("/scores/{siren}", "/models");
  }

  private void publish(String siren, Consumer<CompanyScore.Builder> change) {
    long position = store.positions(Set.of(PARTITION)).getOrDefault(PARTITION, 0L);
    store.take(
        List.of(new Arrival(PARTITION, position, Optional.of(Scores.opened(siren, change)))));
  }

  private static Map<String, String> cause(String fact, String source) {
    return Map.of("fact", fact, "source", source, "occurredAt", "2026-07-20");
  }

  private static RequestSpecification agent(String zone, String... rights) {
    return given().auth().oauth2(Tokens.agent(List.of(rights), List.of(zone)));
  }

  private static RequestSpecification operator() {
    return given().auth().oauth2(Tokens.operator());
  }
}
