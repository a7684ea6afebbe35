package org.vigie.ingestion;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.oidc.server.OidcWiremockTestResource;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.ingestion.delivery.Delivery;
import org.vigie.ingestion.delivery.KnownAt;
import org.vigie.ingestion.delivery.Source;
import org.vigie.ingestion.journal.Journal;
import org.vigie.kit.http.Tokens;
import org.vigie.schemas.Barrier;
import org.vigie.schemas.Cotisation;
import org.vigie.schemas.DayClosed;
import org.vigie.schemas.Facts;
import org.vigie.schemas.ModelActivated;
import org.vigie.schemas.SourceRecord;
import org.vigie.schemas.Topics;

/// The service as it is wired, on a real database, with a log in memory.
@QuarkusTest
@WithTestResource(OidcWiremockTestResource.class)
@WithTestResource(ServiceResources.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class IngestionServiceTest {

  private static final String COTISATIONS = "sigfaible_cotisdues.csv";
  private static final String HEADER = "Siret;Compte;periode;enc_direct;cotis_due\n";
  private static final KnownAt KNOWN = KnownAt.onDay(LocalDate.EPOCH);
  private static final String SIREN = "123456782";
  private static final String SIRET = SIREN + "00015";

  @Inject LogInMemory log;
  @Inject Journal journal;

  @Test
  @Order(1)
  void everyOperationNeedsAToken() {
    for (var path : List.of("/deliveries", "/deliveries/x", "/controls", "/sources")) {
      given().get(path).then().statusCode(401);
    }
  }

  @Test
  @Order(2)
  void onlyTheOperatorDelivers() {
    given()
        .auth()
        .oauth2(Tokens.partner("urssaf-si", "cotisation"))
        .get("/deliveries")
        .then()
        .statusCode(403)
        .contentType("application/problem+json");
  }

  @Test
  @Order(3)
  void aFreshLogUnderTheManualClockAsksForKnownAt() {
    operator().get("/controls").then().body("openDay", equalTo(null));
    deliver(COTISATIONS, HEADER, null)
        .statusCode(400)
        .body("detail", containsString("knownAt is required"));
    deliver(COTISATIONS, HEADER, "rule")
        .statusCode(400)
        .body("detail", containsString("rule:yyyy-mm-dd is required"));
  }

  @Test
  @Order(3)
  void historyOnAFreshLogSaysOnWhichDayItWasDelivered() {
    var history = HEADER + "12345678200051;H1;1022;4;100\n";
    var report = finished(COTISATIONS, history, "rule:2020-01-31");

    assertThat(report.getString("state")).isEqualTo("loaded");
    var facts = ((Facts) log.sourceRecords().getLast().getBody()).getFacts();
    assertThat(facts.getFirst().getKnownAt()).isEqualTo("2010-06-19T22:00:00Z");
  }

  @Test
  @Order(4)
  void aDeliveryBecomesFactsRejectionsAndAJournal() {
    var file =
        HEADER
            + SIRET
            + ";C1;1022;4;3376,50\n"
            + SIRET
            + ";C1;1022;4,00;3376.5\n"
            + SIRET
            + ";C1;1022;4;-3376,5\n"
            + SIRET
            + ";C1;9999;4;1\n\n";
    var report = finished(COTISATIONS, file, "2026-07-31");

    assertThat(report.getString("state")).isEqualTo("loaded");
    assertThat(report.getInt("read")).isEqualTo(4);
    assertThat(report.getInt("valid")).isEqualTo(2);
    assertThat(report.getInt("repeated")).isEqualTo(1);
    assertThat(report.getInt("rejected")).isEqualTo(1);
    assertThat(report.getInt("facts")).isEqualTo(2);
    assertThat(report.getInt("errors[0].line")).isEqualTo(5);
    assertThat(report.getString("errors[0].column")).isEqualTo("periode");
    assertThat(log.rejections())
        .filteredOn(r -> r.getDelivery().equals(report.getString("delivery")))
        .singleElement()
        .satisfies(
            rejection ->
                assertThat(StandardCharsets.UTF_8.decode(rejection.getRaw()).toString())
                    .isEqualTo(SIRET + ";C1;9999;4;1"));
    var event = only(report.getString("delivery"));
    assertThat(event.getSiren()).isEqualTo(SIREN);
    assertThat(((Facts) event.getBody()).getFacts())
        .extracting(fact -> ((Cotisation) fact.getBody()).getDue())
        .containsExactly(-337650L, 337650L);
  }

  @Test
  @Order(5)
  void theSameBytesAgainAreAlreadyLoaded() {
    var file = HEADER + SIRET + ";C2;1022;4;1\n";
    var first = finished(COTISATIONS, file, "2026-07-31");
    deliver(COTISATIONS, file, "2026-07-31")
        .statusCode(200)
        .body("state", equalTo("already-loaded"))
        .body("facts", equalTo(0));
    var later = finished("sigfaible_cotisdues.csv", file, "2026-08-31");
    assertThat(later.getString("state")).isEqualTo("already-loaded");
    assertThat(later.getString("reason")).contains(first.getString("delivery"));

    finished(COTISATIONS, HEADER + SIRET + ";C2;1022;4;2\n", "2026-08-15");
    var overtaken = finished(COTISATIONS, file, "2026-09-30");
    assertThat(overtaken.getString("state")).isEqualTo("loaded");
    assertThat(overtaken.getInt("facts")).isEqualTo(1);
  }

  @Test
  @Order(6)
  void aWrongFileIsRefusedAndSoIsOneOfNoSource() {
    var refused = finished(COTISATIONS, "Compte;periode\n1;2\n", "2026-07-31");
    assertThat(refused.getString("state")).isEqualTo("refused");
    assertThat(refused.getString("reason")).contains("siret");
    deliver("sigfaible_effectif_siren.csv", "siren;eff202601\n", "2026-07-31")
        .statusCode(422)
        .body("reason", equalTo("unknown-source"))
        .body("detail", containsString("sigfaible_cotisdues.csv"));
    var empty = finished(COTISATIONS, HEADER, "2026-07-31");
    assertThat(empty.getString("state")).isEqualTo("loaded");
    assertThat(empty.getString("reason")).contains("no row");
    operator().get("/deliveries").then().statusCode(200).body("file", hasItem(COTISATIONS));
    operator().get("/deliveries/none").then().statusCode(404).body("status", equalTo(404));
    operator().get("/deliveries/%00").then().statusCode(404);
  }

  @Test
  @Order(7)
  void aDeliveryGoesOnAfterAFailureOfTheBroker() {
    log.failAtCommit(0);
    var report = finished(COTISATIONS, HEADER + SIRET + ";C3;1022;4;1\n", "2026-07-31");
    assertThat(report.getInt("facts")).isEqualTo(1);
    assertThat(only(report.getString("delivery")).getNumber()).isZero();
  }

  @Test
  @Order(8)
  void aDayIsClosedOnceOnEveryPartition() {
    order("/controls/days", "{\"day\":\"2026-07-31\"}")
        .statusCode(200)
        .body("openDay", equalTo("2026-08-01"));
    order("/controls/days", "{\"day\":\"2026-07-31\"}").statusCode(200);
    order("/controls/days", "{\"day\":\"2026-06-30\"}").body("openDay", equalTo("2026-08-01"));
    order("/controls/days", "{\"day\":\"31/07/2026\"}").statusCode(400);
    order("/controls/days", "{\"day\":\"2200-01-01\"}").statusCode(400);

    var closed =
        log.sourceRecords().stream().filter(r -> r.getBody() instanceof DayClosed).toList();
    assertThat(closed)
        .hasSize(Topics.PARTITIONS)
        .allSatisfy(
            r ->
                assertThat(((DayClosed) r.getBody()).getDay())
                    .isEqualTo(LocalDate.parse("2026-07-31")));
    assertThat(log.events().stream().filter(r -> r.value().toString().contains("day-2026-07-31")))
        .extracting(r -> r.partition() + " " + r.key())
        .contains("0 control/day-2026-07-31/0", "11 control/day-2026-07-31/11");
  }

  @Test
  @Order(9)
  void barriersAndModelsGoToEveryPartition() {
    var barrier = order("/controls/barriers", "").statusCode(200).extract().<String>path("barrier");
    order("/controls/models", "{\"model\":\"v1\"}").body("model", equalTo("v1"));
    order("/controls/models", "{\"model\":\"v1\"}").statusCode(200);

    assertThat(log.sourceRecords())
        .filteredOn(r -> r.getBody() instanceof Barrier b && b.getId().equals(barrier))
        .hasSize(Topics.PARTITIONS);
    assertThat(log.sourceRecords())
        .filteredOn(r -> r.getBody() instanceof ModelActivated)
        .hasSize(Topics.PARTITIONS);
  }

  @Test
  @Order(9)
  void aModelThatScoringServiceHasNotAcceptedIsNotPutInForce() {
    order("/controls/models", "{\"model\":\"broken\"}")
        .statusCode(409)
        .contentType("application/problem+json")
        .body("reasons", equalTo(List.of("date is missing", "golden.csv: no row")));
    order("/controls/models", "{\"model\":\"missing\"}")
        .statusCode(409)
        .body("detail", containsString("has no bundle of the name missing"));
    order("/controls/models", "{\"model\":\"ill\"}")
        .statusCode(503)
        .header("Retry-After", notNullValue());
    for (var none : List.of("../../etc/passwd", "", "a b", "v1/", ".")) {
      order("/controls/models", "{\"model\":\"" + none + "\"}").statusCode(400);
    }

    assertThat(log.sourceRecords())
        .filteredOn(r -> r.getBody() instanceof ModelActivated)
        .extracting(r -> ((ModelActivated) r.getBody()).getModel())
        .doesNotContain("broken", "missing", "ill", "../../etc/passwd", "");
  }

  @Test
  @Order(10)
  void aPushIsPublishedOncePerKey() {
    var body =
        "[{\"Siret\":\"" + SIRET + "\",\"periode\":1022,\"enc_direct\":4,\"cotis_due\":4.5}]";
    var answer = push("key-1", body).statusCode(200).body("facts", equalTo(1)).extract();
    var again = push("key-1", body).statusCode(200).extract();
    assertThat(again.asString()).isEqualTo(answer.asString());
    push("key-1", body.replace("4.5", "5")).statusCode(422);

    var event = only(answer.path("delivery"));
    assertThat(event.getProvider()).isEqualTo("urssaf-si");
    var fact = ((Facts) event.getBody()).getFacts().getFirst();
    assertThat(fact.getKnownAt()).isBetween("2026-07-31T22:00:00Z", "2026-08-01T22:00:00Z");
    operator()
        .get("/sources")
        .then()
        .statusCode(200)
        .body("", hasSize(6))
        .body("[0].source", equalTo("cotisation"))
        .body("[0].lastDelivery", notNullValue());
  }

  @Test
  @Order(11)
  void aPushWithAnInvalidFactPublishesNothing() {
    int before = log.events().size();
    push(
            "key-2",
            "[{\"siret\":\"" + SIRET + "\",\"periode\":\"9999\",\"enc_direct\":4,\"cotis_due\":4}]")
        .statusCode(422)
        .contentType("application/problem+json")
        .body("index", equalTo(0))
        .body("field", equalTo("periode"))
        .body("value", equalTo("9999"))
        .body("rule", notNullValue());
    push("key-3", "{").statusCode(400);
    partner("cotisation").body("[]").post("/sources/debit/facts").then().statusCode(403);
    partner("cotisation").body("[]").post("/sources/cotisation/facts").then().statusCode(400);
    assertThat(log.events()).hasSize(before);
  }

  @Test
  @Order(12)
  void aPushWhoseCommitFailedMayBePushedAgain() {
    var body = "[{\"siret\":\"" + SIRET + "\",\"periode\":1023,\"enc_direct\":4,\"cotis_due\":4}]";
    log.failAtCommit(0);
    push("key-4", body).statusCode(503);
    var delivery = push("key-4", body).statusCode(200).extract().<String>path("delivery");
    assertThat(only(delivery).getNumber()).isZero();
  }

  @Test
  @Order(13)
  void theServiceIsReadyAndDescribesItself() {
    given()
        .get("/q/health/ready")
        .then()
        .statusCode(200)
        .body("checks.name", hasItems("lane", "pushes"));
    operator().get("/q/openapi").then().statusCode(200);
  }

  @Test
  @Order(14)
  void aDeliveryThatWaitedIsIngestedLaterThanAPushThatOvertookIt() {
    var held = log.holdDeliveries();
    var first = accepted(HEADER + SIRET + ";C4;1022;4;1\n");
    var second = accepted(HEADER + SIRET + ";C5;1022;4;1\n");
    var body = "[{\"siret\":\"" + SIRET + "\",\"periode\":1031,\"enc_direct\":4,\"cotis_due\":4}]";
    var push = push("key-5", body).statusCode(200).extract().<String>path("delivery");
    held.countDown();

    await().until(() -> stateOf(second).equals("loaded"));
    assertThat(only(second).getIngestedAt()).isAfter(only(push).getIngestedAt());
    assertThat(only(first).getIngestedAt()).isBefore(only(second).getIngestedAt());
    var again = new Delivery(first, Source.COTISATION, "", "", KNOWN, Instant.EPOCH);
    assertThat(journal.started(again).ingestedAt()).isEqualTo(only(first).getIngestedAt());
  }

  @ParameterizedTest
  @Order(15)
  @ValueSource(strings = {"2026-08-02", "1899-12-31", "2200-01-01", "+12345-01-01", "soon"})
  void aDeliveryIsNotKnownLaterThanTheOpenDayNorOutsideTheEra(String knownAt) {
    deliver(COTISATIONS, HEADER, knownAt).statusCode(400).body("title", equalTo("Bad knownAt"));
  }

  @Test
  @Order(16)
  void aPushOfMoreThan4MiBIsTooLarge() {
    push("key-6", " ".repeat((4 << 20) + 1)).statusCode(413);
  }

  private static String accepted(String content) {
    return deliver(COTISATIONS, content, "2026-08-01").extract().path("delivery");
  }

  private static String stateOf(String delivery) {
    return operator().get("/deliveries/" + delivery).jsonPath().getString("state");
  }

  private SourceRecord only(String delivery) {
    var records =
        log.sourceRecords().stream().filter(r -> r.getDelivery().equals(delivery)).toList();
    assertThat(records).hasSize(1);
    return records.getFirst();
  }

  private static JsonPath finished(String file, String content, String knownAt) {
    var accepted = deliver(file, content, knownAt).extract().jsonPath();
    var path = "/deliveries/" + accepted.getString("delivery");
    return await()
        .until(
            () -> operator().get(path).jsonPath(),
            report -> !report.getString("state").equals("publishing"));
  }

  private static ValidatableResponse deliver(
      String file, String content, @Nullable String knownAt) {
    var request =
        operator()
            .contentType("application/octet-stream")
            .queryParam("file", file)
            .body(content.getBytes(StandardCharsets.UTF_8));
    return (knownAt == null ? request : request.queryParam("knownAt", knownAt))
        .post("/deliveries")
        .then();
  }

  private static ValidatableResponse order(String path, String body) {
    return operator().contentType("application/json").body(body).post(path).then();
  }

  private static ValidatableResponse push(String key, String body) {
    return partner("cotisation")
        .header("Idempotency-Key", key)
        .body(body)
        .post("/sources/cotisation/facts")
        .then();
  }

  private static RequestSpecification partner(String source) {
    return given()
        .auth()
        .oauth2(Tokens.partner("urssaf-si", source))
        .contentType("application/json");
  }

  private static RequestSpecification operator() {
    return given().auth().oauth2(Tokens.operator());
  }
}
