package org.vigie.alerts.answer;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.oidc.server.OidcWiremockTestResource;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.alerts.Samples;
import org.vigie.kit.http.Tokens;

/// What is read when the disk takes no trace of it: nothing.
@QuarkusTest
@TestProfile(UntracedTest.FullDisk.class)
@WithTestResource(OidcWiremockTestResource.class)
@WithTestResource(ServiceResources.class)
class UntracedTest {

  @Inject DataSource database;
  @Inject ObjectMapper json;

  @BeforeEach
  void twoAlertsStand() throws SQLException {
    execute("TRUNCATE alert, standing, outbox, barrier_passed, subscription_version, subscription");
    execute("UPDATE consumer_position SET position = 0");
    caller().contentType(ContentType.JSON).body(Map.of("name", "veille")).post("/subscriptions");
    Crossings.record(database, json);
  }

  @Test
  void anAlertWithoutItsTraceIsNotRead() throws SQLException {
    caller()
        .get("/alerts/" + anAlert())
        .then()
        .statusCode(500)
        .body(not(containsString(Samples.SIREN)));
  }

  @Test
  void aListingWithoutItsTracesFailsAndIsNotAnEmptyOne() {
    caller().get("/alerts").then().statusCode(500).body(not(containsString(Samples.SIREN)));
  }

  private static RequestSpecification caller() {
    var token = Tokens.administration("dreets-hdf", List.of("score"), List.of("FR"));
    return given().auth().oauth2(token);
  }

  private String anAlert() throws SQLException {
    try (var connection = database.getConnection();
        var rows = connection.createStatement().executeQuery("SELECT id FROM alert LIMIT 1")) {
      rows.next();
      return rows.getString(1);
    }
  }

  private void execute(String statement) throws SQLException {
    try (var connection = database.getConnection()) {
      connection.createStatement().execute(statement);
    }
  }

  /// The log is Linux's device on which every write finds no space left.
  public static class FullDisk implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
      try {
        var directory = Files.createTempDirectory("full-disk");
        Files.createSymbolicLink(directory.resolve("readings.log"), Path.of("/dev/full"));
        return Map.of("vigie.data-dir", directory.toString());
      } catch (IOException e) {
        throw new UncheckedIOException("no directory for the test", e);
      }
    }
  }
}
