package org.vigie.ingestion;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.vigie.ingestion.Operator.accepted;
import static org.vigie.ingestion.Operator.deliver;
import static org.vigie.ingestion.Operator.delivered;
import static org.vigie.ingestion.Operator.ended;
import static org.vigie.ingestion.Operator.file;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.oidc.server.OidcWiremockTestResource;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.kit.http.Tokens;
import org.vigie.schemas.Cotisation;
import org.vigie.schemas.Fact;
import org.vigie.schemas.Facts;
import org.vigie.schemas.SourceRecord;

/// What is delivered last counts, and what is wrong as a whole is refused as a whole.
@QuarkusTest
@TestProfile(OwnService.class)
@WithTestResource(OidcWiremockTestResource.class)
@WithTestResource(ServiceResources.class)
class ResentDeliveriesTest {

  private static final String DAY = "2026-07-31";

  @Inject LogInMemory log;

  @Test
  void theRightFileCountsAgainAfterAWrongOne() {
    var right = file("R1", "10");
    var first = delivered(right, DAY);
    var wrong = delivered(file("R1", "1000"), DAY);
    var again = delivered(right, DAY);

    assertThat(List.of(first, wrong, again))
        .extracting(report -> report.getString("state"))
        .containsOnly("loaded");
    assertThat(again.getString("delivery")).isNotEqualTo(first.getString("delivery"));
    var records =
        List.of(first, wrong, again).stream()
            .map(report -> only(report.getString("delivery")))
            .toList();
    assertThat(records).extracting(record -> dues(record)).containsExactly(1000L, 100_000L, 1000L);
    assertThat(records).extracting(SourceRecord::getIngestedAt).isSorted();
    assertThat(facts(records.getLast()).getFirst().getKnownAt())
        .isEqualTo(facts(records.getFirst()).getFirst().getKnownAt());
    // And so on, as often as it comes.
    assertThat(delivered(file("R1", "1000"), DAY).getString("state")).isEqualTo("loaded");
    assertThat(delivered(right, DAY).getString("state")).isEqualTo("loaded");
  }

  @Test
  void theSameFileAgainChangesNothingWhenNothingCameBetween() {
    var content = file("S1", "10");
    var first = delivered(content, DAY);
    deliver(content, DAY)
        .statusCode(200)
        .body("state", equalTo("already-loaded"))
        .body("delivery", equalTo(first.getString("delivery")));
  }

  @Test
  void whatIsKnownLaterStandsAnywaySoThatMonthsDeliveredAgainChangeNothing() {
    var january = file("T1", "10");
    var february = file("T1", "20");
    delivered(january, "2026-01-31");
    delivered(february, "2026-02-28");
    deliver(january, "2026-01-31").body("state", equalTo("already-loaded"));
    deliver(february, "2026-02-28").body("state", equalTo("already-loaded"));
  }

  @Test
  void aPushInBetweenMakesTheSameFileCountAgain() {
    var content = file("U1", "10");
    var first = delivered(content, DAY).getString("delivery");
    given()
        .auth()
        .oauth2(Tokens.partner("urssaf-si", "cotisation"))
        .contentType("application/json")
        .header("Idempotency-Key", "between")
        .body(
            "[{\"siret\":\"%s\",\"compte\":\"U1\",\"periode\":1022,\"enc_direct\":4,"
                    .formatted(Operator.SIRET)
                + "\"cotis_due\":99,\"knownAt\":\"2026-07-31\"}]")
        .post("/sources/cotisation/facts")
        .then()
        .statusCode(200);
    var again = delivered(content, DAY);
    assertThat(again.getString("state")).isEqualTo("loaded");
    assertThat(again.getString("delivery")).isNotEqualTo(first);
  }

  @Test
  void theSameFileSentTwiceWhileItWaitsIsOneDelivery() {
    var held = log.holdDeliveries();
    var waits = accepted(file("V1", "1"));
    var content = file("V2", "10");
    var right = accepted(content);
    assertThat(accepted(content)).isEqualTo(right);
    var wrong = accepted(file("V2", "1000"));
    var again = accepted(content);
    assertThat(again).isNotEqualTo(right);
    held.countDown();

    for (var delivery : List.of(waits, right, wrong, again)) {
      assertThat(ended(delivery).getString("state")).isEqualTo("loaded");
    }
    assertThat(only(again).getIngestedAt()).isAfter(only(wrong).getIngestedAt());
  }

  @Test
  void aFileOfWhichNoRowCanBeUsedIsRefusedAndNothingOfItIsPublished() {
    int events = log.events().size();
    int rejections = log.rejections().size();
    var report = delivered(Operator.HEADER + "x;W1;1022;4;1\n".repeat(20), DAY);

    assertThat(report.getString("state")).isEqualTo("refused");
    assertThat(report.getString("reason")).startsWith("none of its 20 rows can be used");
    assertThat(report.getInt("read")).isEqualTo(20);
    assertThat(report.getInt("rejected")).isEqualTo(20);
    assertThat(report.getList("errors")).hasSize(20);
    assertThat(log.events()).hasSize(events);
    assertThat(log.rejections()).hasSize(rejections);
  }

  @Test
  void aFileWithTooManyRejectedRowsIsRefusedAndOneWithFewIsLoaded() {
    var rows = new StringBuilder(Operator.HEADER);
    for (int i = 0; i < 44; i++) {
      rows.append(Operator.SIRET).append(";X").append(i).append(";1022;4;1\n");
    }
    var some = rows + "x;X;1022;4;1\n".repeat(11);
    var many = some + "x;X;1022;4;1\n";

    var refused = delivered(many, DAY);
    assertThat(refused.getString("state")).isEqualTo("refused");
    assertThat(refused.getString("reason")).contains("12 of its 56 rows", "20 %");
    assertThat(refused.getInt("valid")).isEqualTo(44);
    assertThat(refused.getInt("facts")).isZero();
    assertThat(delivered(some, DAY).getString("state")).isEqualTo("loaded");
  }

  @Test
  void aFileIsBoundedByTheDiskAlone() throws IOException {
    try (var socket = new Socket("127.0.0.1", RestAssured.port)) {
      var head =
          "POST /deliveries?file=%s&knownAt=%s HTTP/1.1\r\nHost: vigie\r\nAuthorization: Bearer %s\r\n"
              .formatted(Operator.FILE, DAY, Tokens.operator());
      var length =
          "Content-Type: application/octet-stream\r\nContent-Length: 900000000000000\r\n\r\n";
      socket.getOutputStream().write((head + length).getBytes(StandardCharsets.US_ASCII));
      var answer =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      assertThat(answer.readLine()).startsWith("HTTP/1.1 507");
    }
  }

  @Test
  void noOtherBodyIsLargerThan4MiB() {
    Operator.request()
        .contentType("application/json")
        .body("{\"day\":\"" + " ".repeat(5 << 20) + "\"}")
        .post("/controls/days")
        .then()
        .statusCode(413);
  }

  private SourceRecord only(String delivery) {
    var records =
        log.sourceRecords().stream().filter(r -> r.getDelivery().equals(delivery)).toList();
    assertThat(records).hasSize(1);
    return records.getFirst();
  }

  private static long dues(SourceRecord record) {
    return ((Cotisation) facts(record).getFirst().getBody()).getDue();
  }

  private static List<Fact> facts(SourceRecord record) {
    return ((Facts) record.getBody()).getFacts();
  }
}
