package org.vigie.ingestion;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.vigie.ingestion.Operator.delivered;
import static org.vigie.ingestion.Operator.file;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.oidc.server.OidcWiremockTestResource;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.vigie.ingestion.delivery.Hash;
import org.vigie.ingestion.delivery.Paris;
import org.vigie.ingestion.journal.OldPushes;
import org.vigie.ingestion.journal.SourceStates;
import org.vigie.ingestion.journal.SourceStates.SourceState;
import org.vigie.kit.http.Tokens;

/// Pushes whose keys are no longer honoured, on a real database. The running service removes them
/// by itself, beside the test.
@QuarkusTest
@TestProfile(OwnService.class)
@WithTestResource(OidcWiremockTestResource.class)
@WithTestResource(ServiceResources.class)
class OldPushesTest {

  private static final String CLIENT = "urssaf-si";

  // On a busy machine.
  private static final Duration LONG = Duration.ofMinutes(1);

  @Inject OldPushes old;
  @Inject SourceStates states;
  @Inject EntityManager database;

  @Test
  void aKeyIsHonouredForThirtyDaysAndThenFree() {
    var first = push("k1", 1).statusCode(200).extract().<String>path("delivery");
    age("k1", OldPushes.HONOURED_DAYS - 1);
    old.remove(1);
    push("k1", 1).statusCode(200).body("delivery", equalTo(first));
    push("k1", 2).statusCode(422);

    age("k1", 1);
    await().atMost(LONG).until(() -> !isThere("k1"));
    push("k1", 2).statusCode(200).body("delivery", not(equalTo(first)));
  }

  @Test
  void whatIsNotKnownToBePublishedIsKeptWhateverItsAge() {
    push("k2", 1).statusCode(200);
    execute("update push set state = 'open' where id = '" + id("k2") + "'");
    age("k2", 400);
    old.remove(10);
    assertThat(isThere("k2")).isTrue();
    execute("delete from push where id = '" + id("k2") + "'");
  }

  @Test
  void atMostSoManyOfASourceAreRemovedTheOldestFirst() {
    for (int i = 0; i < 3; i++) {
      push("b" + i, 1).statusCode(200);
    }
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              // In one transaction: the service sees them old only when the test has looked.
              age("b0", 31);
              age("b1", 33);
              age("b2", 32);
              assertThat(old.remove(2)).isEqualTo(2);
              assertThat(isThere("b0")).isTrue();
              assertThat(isThere("b1")).isFalse();
              assertThat(isThere("b2")).isFalse();
            });
  }

  @Test
  void aSourceStaysHeardOfWhenItsPushesAreRemoved() {
    post(
            "procol",
            "k3",
            """
            [{"siret":"%s","dt_effet":"07Oct2024","lib_actx_stdx":"liquidation_ouverture",\
            "knownAt":"2026-07-31"}]\
            """
                .formatted(Operator.SIRET))
        .statusCode(200);
    var pushed = Instant.parse("2026-01-01T00:00:00Z");
    execute("update push set ingested_at = '" + pushed + "' where id = '" + id("k3") + "'");
    await().atMost(LONG).until(() -> !isThere("k3"));

    assertThat(states.all())
        .contains(new SourceState("procol", pushed, Paris.startOf(LocalDate.parse("2026-07-31"))));
  }

  @Test
  void aFileCountsAgainAfterAPushThatWasRemoved() {
    var content = file("O1", "10");
    var first = delivered(content, "2026-07-31").getString("delivery");
    push("k4", 99).statusCode(200);
    execute(
        "update delivery set ingested_at = ingested_at - interval '40 days',"
            + " accepted_at = accepted_at - interval '40 days' where id = '"
            + first
            + "'");
    age("k4", 35);
    await().atMost(LONG).until(() -> !isThere("k4"));

    assertThat(delivered(content, "2026-07-31").getString("delivery")).isNotEqualTo(first);
  }

  @Test
  void theDescriptionOfTheServiceSaysForHowLongAKeyIsHonoured() {
    Operator.request()
        .get("/q/openapi?format=json")
        .then()
        .statusCode(200)
        .body(
            "paths.'/sources/{source}/facts'.post.parameters"
                + ".find { it.name == 'Idempotency-Key' }.description",
            containsString("for 30 days"));
  }

  private static ValidatableResponse push(String key, int due) {
    return post(
        "cotisation",
        key,
        """
        [{"siret":"%s","compte":"O1","periode":1022,"enc_direct":4,"cotis_due":%d,\
        "knownAt":"2026-07-31"}]\
        """
            .formatted(Operator.SIRET, due));
  }

  private static ValidatableResponse post(String source, String key, String body) {
    return given()
        .auth()
        .oauth2(Tokens.partner(CLIENT, source))
        .contentType("application/json")
        .header("Idempotency-Key", key)
        .body(body)
        .post("/sources/{source}/facts", source)
        .then();
  }

  private static String id(String key) {
    return Hash.ofKey(CLIENT, key);
  }

  private boolean isThere(String key) {
    return QuarkusTransaction.joiningExisting()
        .call(
            () ->
                !database
                    .createNativeQuery("select id from push where id = :id")
                    .setParameter("id", id(key))
                    .getResultList()
                    .isEmpty());
  }

  private void age(String key, int days) {
    execute(
        "update push set ingested_at = ingested_at - interval '%d days' where id = '%s'"
            .formatted(days, id(key)));
  }

  private void execute(String statement) {
    QuarkusTransaction.joiningExisting()
        .run(() -> database.createNativeQuery(statement).executeUpdate());
  }
}
