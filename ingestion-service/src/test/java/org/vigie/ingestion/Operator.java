package org.vigie.ingestion;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.vigie.kit.http.Tokens;

/// What the operator does with deliveries of cotisation, by HTTP.
final class Operator {

  static final String FILE = "sigfaible_cotisdues.csv";
  static final String HEADER = "Siret;Compte;periode;enc_direct;cotis_due\n";
  static final String SIRET = "12345678200015";

  // A delivery that fails each time is suspended after some seconds.
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /// A file with one good row.
  static String file(String compte, String due) {
    return HEADER + SIRET + ';' + compte + ";1022;4;" + due + '\n';
  }

  static ValidatableResponse deliver(String content, String knownAt) {
    return request()
        .contentType("application/octet-stream")
        .queryParam("file", FILE)
        .queryParam("knownAt", knownAt)
        .body(content.getBytes(StandardCharsets.UTF_8))
        .post("/deliveries")
        .then();
  }

  /// The id of a delivery that was accepted.
  static String accepted(String content) {
    return deliver(content, "2026-07-31").statusCode(202).extract().path("delivery");
  }

  /// A delivery that was delivered, once nothing further happens to it.
  static JsonPath delivered(String content, String knownAt) {
    return ended(deliver(content, knownAt).extract().path("delivery"));
  }

  static JsonPath ended(String delivery) {
    return await()
        .atMost(PATIENCE)
        .until(() -> report(delivery), report -> !report.getString("state").equals("publishing"));
  }

  static JsonPath report(String delivery) {
    return request().get("/deliveries/" + delivery).jsonPath();
  }

  static ValidatableResponse resume(String delivery) {
    return request().post("/deliveries/" + delivery + "/resume").then();
  }

  static ValidatableResponse refuse(String delivery, String reason) {
    return request()
        .contentType("application/json")
        .body("{\"reason\":\"" + reason + "\"}")
        .post("/deliveries/" + delivery + "/refuse")
        .then();
  }

  static RequestSpecification request() {
    return given().auth().oauth2(Tokens.operator());
  }

  private Operator() {}
}
