package org.vigie.ingestion;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.oidc.server.OidcWiremockTestResource;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vigie.kit.http.Tokens;

/// A broker that answers no push for a while.
@QuarkusTest
@WithTestResource(OidcWiremockTestResource.class)
@WithTestResource(ServiceResources.class)
class PushRecoveryTest {

  // On a busy machine.
  private static final Duration LONG = Duration.ofMinutes(1);

  @Inject LogInMemory log;

  @AfterEach
  void bringTheLogBack() {
    log.away(false);
  }

  @Test
  void aLogThatIsAwayIsToldAndPushesGoOnOnceItIsBack() {
    log.away(true);
    assertThat(push("r1").statusCode()).isEqualTo(503);
    await().atMost(LONG).until(() -> !isReady());
    var refused = push("r1");
    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(refused.header("Retry-After")).isNotNull();

    log.away(false);
    await().atMost(LONG).until(PushRecoveryTest::isReady);
    var delivery = push("r1").then().statusCode(200).extract().<String>path("delivery");
    assertThat(log.sourceRecords())
        .filteredOn(record -> record.getDelivery().equals(delivery))
        .hasSize(1);
  }

  private static boolean isReady() {
    return given().get("/q/health/ready").statusCode() == 200;
  }

  private static Response push(String key) {
    return given()
        .auth()
        .oauth2(Tokens.partner("recovering", "cotisation"))
        .contentType("application/json")
        .header("Idempotency-Key", key)
        .body(
            """
            [{"siret":"12345678200015","periode":1031,"enc_direct":4,"cotis_due":4,\
            "knownAt":"2026-01-01"}]\
            """)
        .post("/sources/cotisation/facts");
  }
}
