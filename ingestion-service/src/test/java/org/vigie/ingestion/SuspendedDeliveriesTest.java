package org.vigie.ingestion;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;
import static org.vigie.ingestion.Operator.accepted;
import static org.vigie.ingestion.Operator.deliver;
import static org.vigie.ingestion.Operator.ended;
import static org.vigie.ingestion.Operator.file;
import static org.vigie.ingestion.Operator.refuse;
import static org.vigie.ingestion.Operator.report;
import static org.vigie.ingestion.Operator.resume;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.oidc.server.OidcWiremockTestResource;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.vigie.ingestion.delivery.Delivery;
import org.vigie.ingestion.delivery.KnownAt;
import org.vigie.ingestion.delivery.Source;
import org.vigie.ingestion.journal.Attempts;
import org.vigie.ingestion.receive.DiskConfig;
import org.vigie.schemas.DayClosed;
import org.vigie.schemas.SourceRecord;

/// A delivery that cannot be carried out stops nothing but itself.
@QuarkusTest
@TestProfile(OwnService.class)
@WithTestResource(OidcWiremockTestResource.class)
@WithTestResource(ServiceResources.class)
class SuspendedDeliveriesTest {

  // On a busy machine.
  private static final Duration LONG = Duration.ofMinutes(1);

  @Inject LogInMemory log;
  @Inject DiskConfig config;
  @Inject Attempts attempts;
  @Inject DataSource database;

  @Test
  void oneWhoseFileIsGoneIsSuspendedAndWhatIsBehindItGoesOn() throws IOException {
    var held = log.holdDeliveries();
    accepted(file("A1", "1"));
    var content = file("A2", "1");
    var gone = accepted(content);
    var behind = accepted(file("A2", "2"));
    Files.delete(stored(gone));
    held.countDown();

    assertThat(ended(behind).getString("state")).isEqualTo("loaded");
    assertThat(report(gone).getString("state")).isEqualTo("suspended");
    assertThat(report(gone).getString("reason")).endsWith("is gone");
    Operator.request()
        .contentType("application/json")
        .body("{\"day\":\"2026-07-31\"}")
        .post("/controls/days")
        .then()
        .statusCode(200);
    assertThat(log.sourceRecords())
        .extracting(SourceRecord::getBody)
        .hasAtLeastOneElementOfType(DayClosed.class);
    given()
        .get("/q/health/ready")
        .then()
        .statusCode(200)
        .body("checks.find { it.name == 'lane' }.data.suspendedDeliveries", containsString(gone));

    Files.writeString(stored(gone), content);
    resume(gone).statusCode(200).body("state", equalTo("publishing"));
    assertThat(ended(gone).getString("state")).isEqualTo("loaded");
    resume(gone).statusCode(200).body("state", equalTo("loaded"));
    refuse(gone, "too late").statusCode(409);
    // Its own place: what was delivered after it stands.
    assertThat(only(gone).getIngestedAt()).isBefore(only(behind).getIngestedAt());
  }

  @Test
  void oneThatMeetsAnErrorIsSuspendedAndRefusedByTheOperator() {
    var content = file("B1", "1");
    var faulty = failing(content, 0, new StackOverflowError("in a parser"));

    var report = ended(faulty);
    assertThat(report.getString("state")).isEqualTo("suspended");
    assertThat(report.getString("reason")).isEqualTo("StackOverflowError: in a parser");
    Operator.request()
        .queryParam("state", "suspended")
        .get("/deliveries")
        .then()
        .body("delivery", hasItem(faulty));
    refuse(faulty, "").statusCode(400);
    refuse(faulty, "sent by mistake")
        .statusCode(200)
        .body("state", equalTo("refused"))
        .body("reason", containsString("sent by mistake"));
    refuse(faulty, "again").statusCode(200).body("reason", containsString("sent by mistake"));
    resume(faulty).statusCode(409);

    log.mend(faulty);
    deliver(content, "2026-07-31").body("delivery", equalTo(faulty));
    assertThat(ended(faulty).getString("state")).isEqualTo("loaded");
  }

  @Test
  void oneWithARecordThatTheBrokerDoesNotTakeIsSuspended() {
    var large =
        failing(
            file("C1", "1"),
            0,
            new KafkaException("in an error state", new RecordTooLargeException("1.1 MB")));
    assertThat(ended(large).getString("reason")).contains("1.1 MB");
    assertThat(report(large).getString("state")).isEqualTo("suspended");
  }

  @Test
  void aBrokerThatIsAwayIsWaitedForAndSaysNothingOfTheDelivery() {
    var waiting = failing(file("D1", "1"), 0, new TimeoutException("no answer"));
    await()
        .untilAsserted(
            () ->
                given()
                    .get("/q/health/ready")
                    .then()
                    .statusCode(503)
                    .body("checks.find { it.name == 'lane' }.data.waitsFor", equalTo("broker")));
    assertThat(report(waiting).getString("state")).isEqualTo("publishing");
    log.mend(waiting);
    assertThat(ended(waiting).getString("state")).isEqualTo("loaded");
    await().untilAsserted(() -> given().get("/q/health/ready").then().statusCode(200));
  }

  @Test
  void oneWhoseBytesChangedIsSuspendedAndGoesOnOnceItIsDeliveredAgain() throws IOException {
    var held = log.holdDeliveries();
    accepted(file("E1", "1"));
    var content = file("E2", "1");
    var altered = accepted(content);
    Files.writeString(stored(altered), content.replace("1022", "1023"));
    held.countDown();

    var report = ended(altered);
    assertThat(report.getString("state")).isEqualTo("suspended");
    assertThat(report.getString("reason")).contains("not those that were accepted");
    assertThat(log.sourceRecords()).extracting(SourceRecord::getDelivery).doesNotContain(altered);

    deliver(content, "2026-07-31").body("delivery", equalTo(altered));
    assertThat(ended(altered).getString("state")).isEqualTo("loaded");
  }

  @Test
  void oneOfWhichAPartIsPublishedGoesOnWithTheBytesThatWereAcceptedAlone() throws IOException {
    var content = file("F1", "1") + "no;row\n";
    var half =
        failing(content, 1, new KafkaException("", new RecordTooLargeException("of the second")));
    assertThat(ended(half).getString("state")).isEqualTo("suspended");
    assertThat(log.rejections()).filteredOn(r -> r.getDelivery().equals(half)).hasSize(1);

    log.mend(half);
    Files.writeString(stored(half), "no;row\n" + content);
    resume(half).statusCode(200);
    assertThat(ended(half).getString("reason")).contains("not those that were accepted");
    assertThat(log.sourceRecords()).extracting(SourceRecord::getDelivery).doesNotContain(half);

    Files.writeString(stored(half), content);
    resume(half).statusCode(200);
    assertThat(ended(half).getString("state")).isEqualTo("loaded");
    assertThat(only(half).getNumber()).isZero();
    assertThat(log.rejections()).filteredOn(r -> r.getDelivery().equals(half)).hasSize(1);
  }

  @Test
  void oneThatEndsTheServiceEachTimeIsSuspendedAsWell() {
    var held = log.holdDeliveries();
    accepted(file("G1", "1"));
    var deadly = accepted(file("G2", "1"));
    var delivery = delivery(deadly);
    // Attempts that never came back.
    for (int i = 0; i < Attempts.FAILURES_MAX; i++) {
      assertThat(attempts.begin(delivery)).isTrue();
    }
    held.countDown();

    assertThat(ended(deadly).getString("state")).isEqualTo("suspended");
    assertThat(ended(deadly).getString("reason")).contains("ended each time");
    resume(deadly).statusCode(200);
    assertThat(ended(deadly).getString("state")).isEqualTo("loaded");
  }

  @Test
  void attemptsThatADatabaseEndedWhichWentAwayAreNotCounted() throws SQLException {
    var held = log.holdDeliveries();
    var before = accepted(file("I1", "1"));
    var delivery = delivery(accepted(file("I2", "1")));
    await().atMost(LONG).until(() -> failures(before) == 1);

    for (int i = 0; i <= Attempts.FAILURES_MAX; i++) {
      assertThat(attempts.begin(delivery)).isTrue();
      execute("alter table delivery rename to delivery_away");
      assertThatThrownBy(() -> attempts.uncounted(delivery)).hasMessageContaining("delivery");
      execute("alter table delivery_away rename to delivery");
    }
    held.countDown();

    assertThat(ended(delivery.id()).getString("state")).isEqualTo("loaded");
  }

  @Test
  void aControlRecordThatFailsByItselfIsToldByReadiness() {
    log.failAfter("controls", 0, new KafkaException("", new RecordTooLargeException("1.1 MB")));
    var barrier =
        CompletableFuture.supplyAsync(
            () ->
                Operator.request()
                    .contentType("application/json")
                    .body("{}")
                    .post("/controls/barriers")
                    .statusCode());
    try {
      await()
          .atMost(LONG)
          .untilAsserted(
              () ->
                  given()
                      .get("/q/health/ready")
                      .then()
                      .statusCode(503)
                      .body(
                          "checks.find { it.name == 'lane' }.data.blockedBy",
                          startsWith("barrier-")));
    } finally {
      log.mend("controls");
    }

    assertThat(barrier.join()).isEqualTo(200);
    await().atMost(LONG).untilAsserted(() -> given().get("/q/health/ready").then().statusCode(200));
  }

  @Test
  void deliveriesAreListedPageByPageTheLatestFirst() {
    var ids =
        List.of(accepted(file("H1", "1")), accepted(file("H2", "1")), accepted(file("H3", "1")));
    ids.forEach(Operator::ended);

    var first = Operator.request().queryParam("limit", 2).get("/deliveries").then();
    first.body("delivery", contains(ids.get(2), ids.get(1)));
    Operator.request()
        .queryParams(Map.of("limit", 1, "before", first.extract().<String>path("[1].acceptedAt")))
        .get("/deliveries")
        .then()
        .body("", hasSize(1))
        .body("[0].delivery", equalTo(ids.get(0)))
        .body("[0].knownAt", equalTo("2026-07-31"));
    for (var wrong : List.of("limit=0", "limit=1001", "limit=abc", "before=soon", "state=lost")) {
      Operator.request()
          .get("/deliveries?" + wrong)
          .then()
          .statusCode(400)
          .body("field", equalTo(wrong.substring(0, wrong.indexOf('='))))
          .body("value", equalTo(wrong.substring(wrong.indexOf('=') + 1)));
    }
    resume("0".repeat(24)).statusCode(404);
    refuse("none", "why").statusCode(404);
  }

  // A delivery that fails at each commit after some, while the lane is held so that none is missed.
  private String failing(String content, int commits, Throwable failure) {
    var held = log.holdDeliveries();
    var delivery = accepted(content);
    log.failAfter(delivery, commits, failure);
    held.countDown();
    return delivery;
  }

  private static Delivery delivery(String id) {
    return new Delivery(id, Source.COTISATION, "", "", KnownAt.at(Instant.EPOCH), Instant.EPOCH);
  }

  private int failures(String delivery) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.prepareStatement("select failures from delivery where id = ?")) {
      statement.setString(1, delivery);
      try (var row = statement.executeQuery()) {
        assertThat(row.next()).isTrue();
        return row.getInt(1);
      }
    }
  }

  private void execute(String sql) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private Path stored(String delivery) {
    return config.dataDir().resolve("deliveries").resolve(report(delivery).getString("sha256"));
  }

  private SourceRecord only(String delivery) {
    var records =
        log.sourceRecords().stream().filter(r -> r.getDelivery().equals(delivery)).toList();
    assertThat(records).hasSize(1);
    return records.getFirst();
  }
}
