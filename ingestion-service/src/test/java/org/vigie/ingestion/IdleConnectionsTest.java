package org.vigie.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.ingestion.Operator.accepted;
import static org.vigie.ingestion.Operator.file;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.oidc.server.OidcWiremockTestResource;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/// Connections on which nothing moves.
@QuarkusTest
@TestProfile(IdleConnectionsTest.Impatient.class)
@WithTestResource(OidcWiremockTestResource.class)
@WithTestResource(ServiceResources.class)
class IdleConnectionsTest {

  // Ends the wait for a server that closes nothing.
  private static final int PATIENCE_MILLIS = 60_000;

  @Inject LogInMemory log;

  public static final class Impatient implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("quarkus.http.idle-timeout", "2S");
    }
  }

  @Test
  void oneThatSendsNothingIsClosed() throws IOException {
    assertThat(untilClosed("")).isEmpty();
  }

  @Test
  void oneThatStopsInTheHeadOfItsRequestIsClosed() throws IOException {
    assertThat(untilClosed("GET /sources HTTP/1.1\r\nHost: a\r\n")).isEmpty();
  }

  @Test
  void oneWhoseRequestIsAnsweredIsClosed() throws IOException {
    assertThat(untilClosed("GET /q/health/live HTTP/1.1\r\nHost: a\r\n\r\n"))
        .startsWith("HTTP/1.1 200 ");
  }

  @Test
  void oneWhoseRequestIsInHandIsNot() throws IOException {
    var held = log.holdDeliveries();
    accepted(file("A1", "1"));
    var barrier =
        CompletableFuture.supplyAsync(
            () ->
                Operator.request()
                    .contentType("application/json")
                    .body("{}")
                    .post("/controls/barriers")
                    .statusCode());
    // Others that are idle for as long are closed meanwhile.
    for (int i = 0; i < 3; i++) {
      untilClosed("");
    }
    held.countDown();
    assertThat(barrier.join()).isEqualTo(200);
  }

  /// What comes on a new connection until the server closes it.
  private static String untilClosed(String sent) throws IOException {
    try (var socket = new Socket("127.0.0.1", RestAssured.port)) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.getOutputStream().write(sent.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }
  }
}
